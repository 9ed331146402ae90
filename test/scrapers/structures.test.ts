/** Articles that are no plain paragraphs: live blogs, interviews, food, galleries, questions, very short, very long. */

import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/pipeline/read-article.ts'
import { PAGE_URL, PARAGRAPHS, pageWith } from './page-with.ts'

const [FIRST = '', SECOND = '', THIRD = ''] = PARAGRAPHS
const PROSE = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')

/** Enough besides a short part that it cannot be taken for the body. */
const LONG = Array.from({ length: 9 }, (_, index) => `<p>${THIRD} Lần thứ ${index}.</p>`).join('')

function read(body: string, head = '') {
  const now = new Date('2026-11-20T08:00:00Z')
  const options = { url: PAGE_URL, timezone: 'Asia/Ho_Chi_Minh', now }
  const outcome = readArticle(pageWith({ body, head }), options)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.article
}

const headings = (body: string) => read(body).sections.map(({ heading }) => heading)

describe('a live blog', () => {
  const entries = [
    ['21:40', FIRST],
    ['21:05', SECOND],
    ['20:30', THIRD],
  ] as const

  it.each([
    ['bold lines', (stamp: string) => `<p><strong>${stamp}</strong></p>`],
    [
      'elements of time',
      (stamp: string) => `<time datetime="2024-07-09T${stamp}:00">${stamp}</time>`,
    ],
    ['small lines', (stamp: string) => `<span class="time">${stamp}</span>`],
  ])('keeps its entries in order, each below its stamp, be they %s', (_case, stampOf) => {
    const body = entries.map(
      ([stamp, text]) => `<div class="entry">${stampOf(stamp)}<p>${text}</p></div>`,
    )
    const article = read(body.join(''))
    expect(article.text).toBe(entries.flat().join('\n\n'))
    expect(article.sections.map(({ heading }) => heading)).toEqual([null])
  })
})

describe('an interview', () => {
  const answers = (questions: readonly string[], tag: string) =>
    questions
      .map((text, index) => `<p><${tag}>${text}</${tag}></p><p>${PARAGRAPHS[index]}</p>`)
      .join('')

  it.each([
    [
      'that ask somebody',
      ['Ông giữ kho từ khi nào?', 'Điều gì giữ ông ở lại?', 'Còn ước gì, thưa ông?'],
    ],
    [
      'that name who asks',
      ['PV: Kho mở từ khi nào?', 'PV: Có ai ở lại không?', 'Hỏi: Còn ước gì?'],
    ],
    ['behind a dash', ['– Kho mở từ khi nào?', '– Có ai ở lại không?', '– Còn ước gì?']],
  ])('keeps bold questions %s as text', (_case, questions) => {
    const body = answers(questions, 'strong')
    expect(headings(body)).toEqual([null])
    for (const question of questions) expect(read(body).text).toContain(question)
  })

  it('has sections where its questions are marked up as headings', () => {
    const body = `<h2>Ông giữ kho từ khi nào?</h2><p>${FIRST}</p><h2>Điều gì giữ ông ở lại?</h2><p>${SECOND}</p>`
    expect(headings(body)).toEqual(['Ông giữ kho từ khi nào?', 'Điều gì giữ ông ở lại?'])
  })

  it('is not every text that explains by bold questions', () => {
    const questions = ['Phố sách là gì?', 'Nước Anh có phố sách không?']
    expect(headings(answers(questions, 'b'))).toEqual(questions)
  })
})

describe('a recipe for food', () => {
  const body = `<a href="#mon" class="jump">Jump to Recipe</a><div class="recipe-buttons"><button>In công thức</button></div>
${PROSE}<div id="mon"><h2>Nguyên liệu</h2><ul><li>1 con cá lóc</li><li>200 g bạc hà</li></ul>
<h2>Cách làm</h2><ol><li>Cá làm sạch, cắt khoanh, ướp nước mắm mười lăm phút.</li><li>Thả cá, nêm me, tắt bếp.</li></ol>
<div class="box-nutrition"><h3>Dinh dưỡng</h3><p>Năng lượng: 320 kcal | Đạm: 28 g</p></div></div>`

  it('keeps ingredients and steps as the lists they are', () => {
    const { sections } = read(body)
    expect(sections.map(({ heading }) => heading)).toEqual([null, 'Nguyên liệu', 'Cách làm'])
    expect(sections[1]?.html).toBe('<ul><li>1 con cá lóc</li><li>200 g bạc hà</li></ul>')
    expect(sections[2]?.html).toMatch(/^<ol><li>Cá làm sạch.*<\/li><li>Thả cá/)
  })

  it.each(['Jump to Recipe', 'In công thức', 'Dinh dưỡng', 'Năng lượng: 320 kcal | Đạm: 28 g'])(
    'leaves out "%s"',
    (text) => {
      const article = read(body)
      expect(article.text).not.toContain(text)
      expect(article.removed.map((block) => block.text)).toContain(text)
    },
  )

  it('keeps the heading of a list with which it ends', () => {
    const ending = `${LONG}<h2>Nguyên liệu</h2><ul><li>1 con cá lóc</li><li>200 g bạc hà</li></ul>`
    expect(headings(ending)).toEqual([null, 'Nguyên liệu'])
  })

  it('keeps the heading of a table with which it ends, though no other is set so', () => {
    const table =
      '<table><tr><th>Gian</th><th>Giá</th></tr><tr><td>Sách</td><td>5</td></tr></table>'
    const ending = `<h2>Đầu phố</h2>${LONG}<h3>Bảng giá</h3>${table}`
    expect(headings(ending)).toEqual(['Đầu phố', 'Bảng giá'])
  })
})

describe('a gallery', () => {
  it('keeps each picture with its caption, in order', () => {
    const figures = PARAGRAPHS.map(
      (text, index) =>
        `<figure><img src="/${index}.jpg" alt="" width="800" height="600"><figcaption>${text}</figcaption></figure>`,
    )
    const [section] = read(figures.join('')).sections
    const shown = section?.html.match(/\d\.jpg|<figcaption>/g)
    expect(shown).toEqual(['0.jpg', '1.jpg', '2.jpg'].flatMap((name) => [name, '<figcaption>']))
  })
})

describe('questions that open at a click', () => {
  const questions = ['Phố mở lúc nào?', 'Có gửi xe?']
  const answer = (index: number) => `<p>${SECOND} Trả lời ${index}.</p>`

  it.each([
    [
      'details',
      (text: string, index: number) =>
        `<details><summary>${text}</summary>${answer(index)}</details>`,
    ],
    [
      'a button in a heading, its panel hidden by style',
      (text: string, index: number) =>
        `<h3><button aria-expanded="false">${text}</button></h3><div style="display:none">${answer(index)}</div>`,
    ],
    [
      'a button right before a hidden panel',
      (text: string, index: number) => `<button>${text}</button><div hidden>${answer(index)}</div>`,
    ],
    [
      'a line that a script makes a button',
      (text: string, index: number) =>
        `<div role="button" aria-controls="p${index}">${text}</div><div hidden aria-hidden="true">${answer(index)}</div>`,
    ],
  ])('are article text with their answers, be they %s', (_case, item) => {
    const { text } = read(LONG + questions.map(item).join(''))
    const places = questions.flatMap((asked, index) => [
      text.indexOf(asked),
      text.indexOf(`Trả lời ${index}`),
    ])
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('are the only hidden text that is read', () => {
    const body = `${LONG}<div style="display:none"><p>${SECOND} Không ai thấy.</p></div>${PROSE}`
    expect(read(body).text).not.toContain('Không ai thấy')
  })

  it('are told from the panels of tabs, which are all read', () => {
    const panel = (name: string, style: string) =>
      `<div role="tabpanel"${style}><p>${SECOND} Ở ${name}.</p></div>`
    const { text } = read(LONG + panel('miền Bắc', '') + panel('miền Nam', ' style="display:none"'))
    expect(text).toMatch(/Ở miền Bắc\.[\s\S]+Ở miền Nam\./)
  })

  it('are told from menus', () => {
    const menu =
      '<button>Chuyên mục</button><ul hidden><li><a href="/a">Sách cũ và mới</a></li></ul>'
    const { text } = read(`${FIRST}${menu}${PROSE}`)
    expect(text).not.toMatch(/Chuyên mục|Sách cũ và mới/)
  })
})

describe('an aside in the body', () => {
  const points = '<ul><li>Ba mươi gian hàng kín chỗ.</li><li>Giá thuê giữ nguyên.</li></ul>'

  it.each([
    ['is called one that sums up', `<aside class="key-takeaways">${points}</aside>`],
    ['is headed as one that sums up', `<aside><h3>Điểm chính</h3>${points}</aside>`],
    ['is called a note', `<aside class="admonition note">${points}</aside>`],
  ])('is article text where it %s', (_case, aside) => {
    expect(read(`${aside}${PROSE}`).text).toContain('Giá thuê giữ nguyên.')
  })

  it('is a widget where nothing says so', () => {
    const aside = '<aside><p>Tải ứng dụng của blog để đọc nhanh hơn mỗi ngày.</p></aside>'
    expect(read(`${FIRST}${aside}${PROSE}`).removed).toContainEqual({
      text: 'Tải ứng dụng của blog để đọc nhanh hơn mỗi ngày.',
      count: 1,
      reason: 'widget',
    })
  })
})

describe('a pull quote', () => {
  it.each([
    ['a quote', 'blockquote class="wp-block-pullquote"', 'blockquote'],
    ['an aside', 'aside class="pull-quote"', 'aside'],
  ])('is a repeat, be it %s, where a paragraph says the same', (_case, open, tag) => {
    const quote = 'giá thuê sẽ giữ nguyên đến hết năm'
    const { text, removed } = read(`<p>${FIRST}</p><${open}><p>${quote}</p></${tag}>${PROSE}`)
    expect(text.split(quote)).toHaveLength(2)
    expect(removed).toContainEqual({ text: quote, count: 1, reason: 'repeated-block' })
  })

  it('is kept where it is a quote, though its words come again', () => {
    const body = `<p>${FIRST}</p><blockquote>giá thuê sẽ giữ nguyên đến hết năm</blockquote>${PROSE}`
    expect(read(body).text.split('giữ nguyên đến hết năm')).toHaveLength(3)
  })
})

describe('the length of an article', () => {
  it('may be two sentences', () => {
    const body =
      '<p>Phố sách đóng cửa sớm tối nay vì mưa.</p><p>Ngày mai phố mở lại như thường lệ.</p>'
    const head = '<meta property="og:type" content="article">'
    expect(read(body, head).text).toContain('Ngày mai phố mở lại')
  })

  it('may be two hundred sections', () => {
    const chapters = Array.from(
      { length: 200 },
      (_, index) => `<h2>Chặng ${index}</h2><p>${SECOND} ${index}.</p>`,
    )
    const { sections } = read(chapters.join(''))
    expect(sections.map(({ heading }) => heading)).toEqual(
      chapters.map((_, index) => `Chặng ${index}`),
    )
  })
})

describe('an AMP page', () => {
  const parts = (image: (src: string) => string) =>
    `<p>${FIRST}</p>${image('/dau-pho.jpg')}<p>${SECOND}</p><figure>${image('/goc-me.jpg')}<figcaption>Gốc me</figcaption></figure><p>${THIRD}</p>`

  it('gives what its twin gives', () => {
    const size = 'width="800" height="600" alt="Phố"'
    const twin = read(parts((src) => `<img src="${src}" ${size}>`))
    const amp = read(
      parts(
        (src) =>
          `<amp-img src="${src}" ${size} layout="responsive"><noscript><img src="${src}" ${size}></noscript></amp-img>`,
      ),
    )
    expect(amp.sections).toEqual(twin.sections)
  })
})
