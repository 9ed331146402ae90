/** Pages that say they are no article, and articles that speak of such pages. */

import { describe, expect, it } from 'vitest'
import { extraction } from '../page-with.ts'

const CARDS = Array.from(
  { length: 9 },
  (_, index) =>
    `<div><h3><a href="/tin/${index}">Ghi chép thứ ${index} bên bến phà</a></h3><p>Bến số ${index} mở cửa từ sáng sớm, đông nhất là lúc tan chợ và lúc nước lớn.</p></div>`,
).join('')

const PASSWORD = '<form><input name="user"><input type="password" name="secret"></form>'

type Written = { title: string; tab?: string; head?: string; text: string; below?: string }

function page({ title, tab = title, head = '', text, below = '' }: Written): string {
  const paragraphs = text.split('\n').map((line) => `<p>${line}</p>`)
  return `<html><head><title>${tab}</title>${head}</head><body><h1>${title}</h1>${paragraphs.join('')}${below}</body></html>`
}

describe('extractArticle, pages that say what they are', () => {
  it.each<[string, string, Written]>([
    [
      'an error',
      'no such page',
      {
        title: 'Ôi, không tìm thấy trang',
        text: 'Có thể con đường tới đây đã đổi, hoặc bạn đến sớm hơn bài viết một chút. Mời bạn đọc thử những bài ở dưới.',
      },
    ],
    [
      'an error that its tab tells',
      'no such page',
      {
        title: 'Lạc mất rồi',
        tab: '404 Not Found | Bến Phà',
        text: 'Chỗ này hôm qua hình như còn một bài, hôm nay thì không, và chúng tôi cũng không rõ là vì sao lại như vậy.',
      },
    ],
    [
      'an error whose title is only a sigh',
      'no such page',
      {
        title: 'Rất tiếc!',
        text: 'Trang mà bạn đang mở không tồn tại, hoặc đã được chuyển sang một địa chỉ khác mà chúng tôi chưa kịp nối lại.',
      },
    ],
    [
      'an error above what is read most',
      'no such page',
      {
        title: 'Nothing here',
        text: 'The page you were looking for may have been removed. These are the stories that others read today.',
        below: `<div>${CARDS}</div>`,
      },
    ],
    [
      'an error that calls itself an article',
      'no such page',
      {
        title: 'Page not found',
        head: '<meta property="og:type" content="article">',
        text: 'The link you followed leads nowhere, and it may have been moved. Go back to the front page and try another.',
      },
    ],
    [
      'an error in German',
      'no such page',
      {
        title: 'Seite nicht gefunden',
        text: 'Unter dieser Adresse steht nichts mehr, oder es stand nie etwas da. Die Suche oben hilft vielleicht weiter.',
      },
    ],
    [
      'a server’s complaint',
      'server’s own',
      {
        title: 'Internal Server Error',
        text: 'The server encountered something that it did not expect and was unable to complete your request, so please tell us.',
      },
    ],
    [
      'a guard against robots',
      'against robots',
      {
        title: 'ben.example',
        text: 'We need to verify that you are really human, and that you are not a robot, before you read on. It takes a second.',
      },
    ],
    [
      'a guard in Vietnamese',
      'against robots',
      {
        title: 'Bến Phà',
        text: 'Chúng tôi cần xác minh bạn là con người, vì có lượng truy cập bất thường từ mạng mà bạn đang dùng để vào trang.',
      },
    ],
    [
      'a wall of cookies',
      'asks for consent',
      {
        title: 'Bến Phà',
        text: 'We and our 90 partners would like to store and access information on your phone. You may accept all, or choose one by one.',
      },
    ],
    [
      'a closed site',
      'closed for now',
      {
        title: 'Hệ thống đang bảo trì',
        text: 'Máy chủ của báo đang được thay ổ đĩa, công việc dự kiến xong trước nửa đêm nay, mong bạn đọc thông cảm cho.',
      },
    ],
    [
      'a site to come',
      'closed for now',
      {
        title: 'Coming soon',
        text: 'There will be a newspaper for the whole river here in spring, and until then there is only this line and its picture.',
      },
    ],
    [
      'a parked domain',
      'its domain',
      {
        title: 'ferry.example is for sale',
        text: 'Whoever wants this address may make an offer today; it changes hands within a day, and payment is in instalments.',
      },
    ],
    [
      'a question for the reader’s age',
      'reader’s age',
      {
        title: 'Bạn đã đủ 18 tuổi chưa?',
        text: 'Hầm rượu của bến chỉ mở cho khách đủ tuổi. Xin trả lời thật, câu trả lời được nhớ trong ba mươi ngày kể từ hôm nay.',
      },
    ],
    [
      'a page that leads on',
      'readers elsewhere',
      {
        title: 'Bến Phà',
        head: '<meta http-equiv="refresh" content="2; url=/moi">',
        text: 'Báo đã dọn về nhà mới, bạn đang được chuyển hướng tới đó. Nếu đợi lâu quá, hãy bấm vào đây để tự đi lấy một mình.',
      },
    ],
    [
      'a form to sign in',
      'to sign in',
      {
        title: 'Đăng nhập vào Bến Phà',
        text: 'Xin nhập tên đăng nhập mà ban biên tập đã gửi. Ai chưa có tài khoản thì viết thư cho chúng tôi để được cấp một cái.',
        below: PASSWORD,
      },
    ],
    [
      'a form under the site’s name',
      'to sign in',
      {
        title: 'The Landing',
        text: 'Welcome back. Enter your e-mail and the word that only you know, and go on where you stopped reading last night.',
        below: PASSWORD,
      },
    ],
    [
      'an answer to a search',
      'answers a search',
      {
        title: 'Kết quả tìm kiếm: cầu phao',
        text: 'Chín bài có nhắc tới cầu phao, bài sớm nhất từ mùa nước năm kia, bài muộn nhất mới đăng hồi sáng hôm nay.',
      },
    ],
  ])('refuses %s', (_case, says, written) => {
    const message = expect.stringContaining(says)
    expect(extraction(page(written))).toMatchObject({ reason: 'not-an-article', message })
  })

  it.each<[string, Written]>([
    [
      'about errors',
      {
        title: 'Lỗi 404 là gì và sửa thế nào?',
        text: 'Lỗi 404 hiện ra khi máy chủ không có trang được hỏi. Hãy kiểm tra lại đường dẫn, rồi xóa bộ nhớ đệm.\nNếu là chủ trang, nên dẫn khách từ địa chỉ cũ sang địa chỉ mới.',
      },
    ],
    [
      'whose title begins as an error does',
      {
        title: 'Page not found: how a library lost its catalogue',
        text: 'For eleven weeks nobody could say which books the library owned.\nA retired clerk had kept the cards, and the shelves were counted again by hand.',
      },
    ],
    [
      'of somebody not found',
      {
        title: 'Không tìm thấy người mất tích sau ba ngày',
        text: 'Các đội đã mở rộng thêm năm cây số về phía hạ lưu, song tới chiều nay vẫn chưa có tin gì mới.\nNgày mai ghe máy sẽ tìm tiếp.',
      },
    ],
    [
      'of a page that was taken down',
      {
        title: 'Ministry takes down its flood map',
        text: 'The page with the map could not be found on Tuesday, and the ministry would not say why.\nVillagers had used it every morning of the season.',
      },
    ],
    [
      'whose title begins as a server does',
      {
        title: 'Forbidden love on the far bank',
        text: 'He steered the ferry, she kept the toll, and their families had not spoken since the flood.\nIn spring they married on the boat.',
      },
    ],
    [
      'about signing in',
      {
        title: 'Cách đăng nhập Gmail trên điện thoại',
        text: 'Mở ứng dụng, chọn tài khoản rồi nhập mật khẩu. Nếu quên mật khẩu, bấm dòng chữ ở dưới.\nSau đó nên bật xác minh hai bước.',
        below: PASSWORD,
      },
    ],
    [
      'about cookies',
      {
        title: 'Cookies: what they are and how to refuse them',
        text: 'A cookie is a note that a site leaves on your phone in order to know it again, and there is nothing to eat in it.\nYou can accept all, reject all or manage your choices.',
      },
    ],
    [
      'about captchas',
      {
        title: 'Are you a robot? The question turns twenty',
        text: 'A student once had to prove that he was human, and typed seven crooked letters in a row.\nToday no machine fails at them any more.',
      },
    ],
    [
      'about a domain',
      {
        title: 'The domain ferry.example is for sale',
        text: 'The town’s oldest address on the web is looking for an owner, now that its keeper has retired.\nHe asks for a boat in return.',
      },
    ],
    [
      'that loads itself again',
      {
        title: 'Nước lên từng giờ',
        head: '<meta http-equiv="refresh" content="300">',
        text: 'Mực nước ở bến lúc chín giờ đã qua mức báo động hai, và còn lên chậm.\nBà con ở cồn đã dọn đồ lên gác từ tối hôm qua.',
      },
    ],
  ])('reads an article %s', (_case, written) => {
    const outcome = extraction(page(written))
    expect(outcome.ok ? outcome.page.title : outcome.message).toBe(written.title)
  })
})
