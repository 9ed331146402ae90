/** How pages say that something has to be done before the reader goes on, and searches what they found. */

import type { OtherPageWords } from './page-words.ts'

export const GUARD: OtherPageWords = {
  says: 'guards the site against robots',
  titles: [
    ...['just a moment', 'one moment please', 'attention required', 'checking your browser'],
    ...['attention required cloudflare', 'are you a robot', 'security check', 'robot check'],
    ...['verify you are human', 'please verify you are a human', 'verifying you are human'],
    ...['human verification', 'pardon our interruption', 'ddos guard', 'client challenge'],
    ...['access to this page has been denied', 'you have been blocked', 'unusual traffic'],
    ...['sorry you have been blocked', 'chờ một chút', 'đang kiểm tra trình duyệt'],
    ...['xác minh bạn là con người', 'bạn không phải là robot', 'xác minh truy cập'],
    ...['vui lòng xác nhận bạn không phải là robot', 'checking your browser before accessing'],
  ],
  hints: ['captcha', 'please wait', 'vui lòng chờ', 'access denied', 'blocked'],
  texts: [
    ...['verify … you are … human', 'verifying you are human', 'you are not a robot', 'ray id'],
    ...['security of your connection', 'unusual traffic from', 'checking your browser'],
    ...['enable javascript and cookies', 'you were a bot', 'automation tools to browse'],
    ...['protect itself from online attacks', 'you were blocked'],
    ...['really you sending the requests'],
    ...['xác minh bạn là con người', 'không phải là robot', 'tính bảo mật của kết nối'],
    ...['lượng truy cập bất thường', 'complete the captcha', 'solve the captcha'],
  ],
}

export const CONSENT: OtherPageWords = {
  says: 'asks for consent before it shows anything',
  titles: [
    ...['before you continue', 'we value your privacy', 'cookie consent', 'privacy settings'],
    ...['read with ads or subscribe', 'chúng tôi tôn trọng quyền riêng tư của bạn'],
    ...['chúng tôi coi trọng quyền riêng tư của bạn', 'wir schätzen ihre privatsphäre'],
  ],
  hints: [],
  texts: [
    ...['we and our … partners', 'cookies and similar technologies', 'access information on'],
    ...['accept all', 'reject all', 'withdraw your consent', 'personalised advertising'],
    ...['personalized advertising', 'personalised ads', 'personalized ads', 'manage your choices'],
    ...['accept cookies', 'privacy settings', 'chúng tôi và các đối tác', 'sử dụng cookie để'],
    ...['thông tin trên thiết bị', 'hiển thị quảng cáo', 'chấp nhận tất cả'],
  ],
}

export const AGE: OtherPageWords = {
  says: 'asks for the reader’s age',
  titles: [
    ...['are you of legal drinking age', 'age verification', 'are you 18', 'are you over 18'],
    ...['are you 18 or older', 'are you over 21', 'are you 21 or older', 'are you 21'],
    ...['bạn đã đủ 18 tuổi chưa', 'bạn đã đủ 18 tuổi', 'xác nhận độ tuổi', 'xác minh độ tuổi'],
  ],
  hints: [],
  texts: [
    ...['you must be … to enter', 'you must be … to visit', 'by entering you agree'],
    ...['tuổi trở lên để truy cập', 'xác nhận đã đọc và', 'xác nhận … đủ 18'],
  ],
}

export const REDIRECT: OtherPageWords = {
  says: 'sends its readers elsewhere',
  titles: [
    ...['redirecting', 'redirect', 'redirecting you', 'moved permanently', '301 moved permanently'],
    ...['302 found', '302 moved temporarily', 'object moved', 'document moved', 'page moved'],
    ...['đang chuyển hướng', 'chuyển hướng', 'you are being redirected'],
  ],
  hints: ['you are leaving …', 'bạn đang rời …', 'please wait'],
  texts: [
    ...['being redirected', 'not redirected', 'document has moved', 'has moved to a new address'],
    ...['if nothing happens', 'click here to go', 'now leaving our site', 'được chuyển hướng'],
    ...['không tự chuyển', 'bấm vào đây', 'nhấn vào đây', 'nhấp vào đây', 'has moved here'],
  ],
}

export const SIGN_IN: OtherPageWords = {
  says: 'asks readers to sign in',
  titles: [
    ...['log in', 'login', 'sign in', 'sign up', 'register', 'create account', 'create an account'],
    ...['forgot password', 'forgot your password', 'reset password', 'reset your password'],
    ...['lost password', 'members only', 'register to continue', 'register to continue reading'],
    ...['sign in to continue', 'log in to continue', 'đăng nhập', 'đăng ký', 'quên mật khẩu'],
    ...['đăng nhập tài khoản', 'đăng ký tài khoản', 'đăng nhập hệ thống', 'anmelden', 'connexion'],
    ...['iniciar sesión'],
  ],
  hints: [
    ...['log in to …', 'login to …', 'sign in to …', 'register to …', 'welcome back'],
    ...['đăng nhập vào …', 'đăng nhập để …', 'chào mừng bạn trở lại'],
  ],
  texts: [
    ...['your e mail', 'your email', 'create an account', 'create a free account', 'new here'],
    ...['send you a link', 'welcome back', 'to your account', 'use your account', 'your password'],
    ...['sign in to keep', 'sign in to continue', 'log in to continue', 'limit of free'],
    ...['chưa có tài khoản', 'quên mật khẩu', 'tên và mật khẩu', 'đăng nhập để tiếp tục'],
    ...['đăng nhập để xem', 'tên đăng nhập'],
  ],
}

export const SEARCH: OtherPageWords = {
  says: 'answers a search',
  titles: ['search results', 'kết quả tìm kiếm', 'search', 'tìm kiếm', 'suchergebnisse'],
  labels: ['search results', 'kết quả tìm kiếm'],
  hints: ['search results for …', 'you searched for …', 'kết quả tìm kiếm cho …'],
  texts: ['your search', 'từ khóa mà bạn', 'từ khóa bạn', 'results for'],
}
