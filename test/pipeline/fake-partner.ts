/** A partner's server as a function: a feed, article pages with validators, and whatever a test breaks. */

type FakeArticle = {
  slug: string
  title: string
  body?: string
  views?: number
  /** As in `10:03 AM, 09/07/2024`. */
  date?: string
  /** What the page names as its canonical address, where it names one. */
  canonical?: string
  /** More elements for its head. */
  head?: string
}

export type FakePartner = {
  origin: string
  fetch: typeof fetch
  /** `GET /path 200` for every request, in order. */
  log: string[]
  put: (article: FakeArticle) => void
  /** Answers this path so, whatever else is there. */
  override: (path: string, answer: (request: Request) => Response | Promise<Response>) => void
  /** Takes an override away. */
  restore: (path: string) => void
}

export function createFakePartner(origin = 'https://blog.example'): FakePartner {
  const articles = new Map<string, FakeArticle>()
  const overrides = new Map<string, (request: Request) => Response | Promise<Response>>()
  const log: string[] = []

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const override = overrides.get(pathname)
    if (override !== undefined) return await override(request)
    if (pathname === '/') return conditional(request, homePage(), 'text/html; charset=utf-8')
    if (pathname === '/rss.xml') {
      return conditional(request, feed(origin, [...articles.values()]), 'application/rss+xml')
    }
    const article = articles.get(pathname.slice(1))
    return article === undefined
      ? new Response('not here', { status: 404 })
      : conditional(request, articlePage(article), 'text/html; charset=utf-8')
  }

  return {
    origin,
    log,
    put: (article) => articles.set(article.slug, article),
    override: (path, respond) => overrides.set(path, respond),
    restore: (path) => overrides.delete(path),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const response = await answer(request)
      log.push(`${request.method} ${new URL(request.url).pathname} ${response.status}`)
      return response
    },
  }
}

function conditional(request: Request, body: string, contentType: string): Response {
  let hash = 0
  for (const character of body) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0
  const etag = `"v${hash}"`
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304, headers: { etag } })
    : new Response(body, { headers: { etag, 'content-type': contentType } })
}

function homePage(): string {
  return `<!doctype html><html lang="vi"><head><title>Phố Xu Hướng</title>
    <link rel="alternate" type="application/rss+xml" href="/rss.xml"></head>
    <body><h1>Phố Xu Hướng</h1><p>Chuyện phố phường mỗi ngày.</p></body></html>`
}

function feed(origin: string, articles: FakeArticle[]): string {
  const items = articles.map(
    ({ slug, title }) =>
      `<item><title>${title}</title><link>${origin}/${slug}</link><guid>${slug}</guid></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Phố Xu Hướng</title>
    <link>${origin}</link><description>-</description>${items.join('')}</channel></rss>`
}

/** A page of the seed's shape: title and lead said twice, numbers, letters, cards, a logo strip. */
function articlePage(article: FakeArticle): string {
  const { title, body, views = 59, canonical, head = '', date = '10:03 AM, 09/07/2024' } = article
  const lead =
    'Quán cà phê vỉa hè bỗng đông khách trẻ, và người bán phải học cách lên hình mỗi ngày.'
  return `<!doctype html><html lang="vi"><head><title>${title} | Phố Xu Hướng</title>
  ${canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`}${head}</head><body>
  <header><nav><a href="/">Trang chủ</a> <a href="/lien-he">Liên hệ</a></nav></header>
  <main><article><span class="badge">Nổi bật</span><h1>${title}</h1>
  <p class="meta">Ngày đăng: ${date} - Lượt xem: ${views}</p>
  <p class="sapo">${lead}</p><div class="content"><h2>${title}</h2>
  <p>${lead} ${body ?? 'Câu chuyện bắt đầu từ một chiếc điện thoại cũ đặt trên thùng đá, rồi lan ra cả con phố.'}</p>
  <h2>1. Khách trẻ tìm gì ở vỉa hè</h2><p>Họ tìm một chỗ ngồi rẻ, một góc chụp đẹp và một câu chuyện để kể lại cho bạn bè nghe.</p>
  <h3>Một. Góc chụp có nắng</h3><p>Nắng buổi sáng đi qua tán bàng, rơi xuống ly cà phê, và thế là có một bức ảnh được chia sẻ cả nghìn lần.</p>
  <h3>b. Chủ quán biết pha trò</h3><p>Một câu đùa đúng lúc giữ khách lâu hơn một chương trình khuyến mãi, và chẳng tốn đồng nào.</p>
  <h2>Kết luận</h2><p>Vỉa hè không cần giống trung tâm thương mại, nó chỉ cần kể được chuyện của chính mình.</p></div></article>
  <section class="brands">${'<img src="/logo.png" alt="Thương hiệu nổi bật">'.repeat(38)}</section></main>
  <footer><p>© 2024 Phố Xu Hướng</p></footer></body></html>`
}
