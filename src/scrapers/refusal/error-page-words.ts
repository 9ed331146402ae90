/** How pages say that what was asked for is not there, in the words of servers and templates. */

import type { OtherPageWords } from './page-words.ts'

/** What may stand before any of the titles, and alone says only that something is wrong. */
export const INTERJECTIONS: readonly string[] = [
  ...['oops', 'opps', 'whoops', 'uh oh', 'sorry', 'we re sorry', 'hmm', 'ôi', 'ồ', 'úi'],
  ...['rất tiếc', 'xin lỗi', 'error', 'lỗi', 'thông báo', 'notice', 'wordpress'],
]

export const GONE: OtherPageWords = {
  says: 'says that there is no such page',
  titles: [
    ...['404', '410', '410 gone', 'not found', '404 not found', 'page not found', '404 error'],
    ...['404 page not found', '404 not found page', 'error 404', '404 error page not found'],
    ...['nothing found', 'nothing here', 'no results', 'no results found', 'page unavailable'],
    ...['that page can t be found', 'page can t be found', 'this page isn t available'],
    ...['this page is not available', 'page no longer available', 'article not found'],
    ...['this page does not exist', 'this page doesn t exist', 'page does not exist'],
    ...['we can t find that page', 'we couldn t find that page', 'this content isn t available'],
    ...['không tìm thấy', '404 không tìm thấy', 'không tìm thấy trang', 'không tìm thấy nội dung'],
    ...['404 không tìm thấy trang', 'không tìm thấy bài viết', 'không tìm thấy trang này'],
    ...['không tìm thấy kết quả', 'không có kết quả', 'trang không tồn tại'],
    ...['trang không tìm thấy'],
    ...['bài viết không tồn tại', 'nội dung không tồn tại', 'trang này không tồn tại'],
    ...['seite nicht gefunden', 'seite wurde nicht gefunden', 'page introuvable'],
    ...['page non trouvée', 'página no encontrada', 'página não encontrada', 'pagina non trovata'],
    ...['pagina niet gevonden', 'strona nie została znaleziona', 'nie znaleziono strony'],
    ...['страница не найдена', 'sayfa bulunamadı', 'halaman tidak ditemukan', 'ไม่พบหน้านี้'],
    ...['ページが見つかりません', '页面不存在', '페이지를 찾을 수 없습니다'],
  ],
  hints: ['something went wrong', 'có lỗi xảy ra', 'đã xảy ra lỗi'],
  texts: [
    ...['page you … looking for', 'page you … requested', 'page you … exist', 'link you followed'],
    ...['what you … looking for', 'you … mistyped', 'may have been removed', 'may have been moved'],
    ...['may have been deleted', 'may have expired', 'article … no longer available'],
    ...['requested resource', 'requested url', 'not found on this server', 'the link … be broken'],
    ...['nothing was found at this location', 'searching can help', 'try a search'],
    ...['nothing matched your search', 'try again with … keywords', 'this page has gone missing'],
    ...['back to the home page', 'back to the homepage', 'back to the front page'],
    ...['we could not find the page', 'we couldn t find the page', 'content you … looking for'],
    ...['trang … bạn … không tồn tại', 'trang … bạn … không còn', 'trang … bạn … không khả dụng'],
    ...['trang … bạn … đã bị', 'trang bạn tìm', 'trang bạn yêu cầu', 'trang này hiện không có'],
    ...['bài viết … bạn … đã bị', 'bài viết này đã bị', 'bài viết này không'],
    ...['nội dung … bạn … tìm'],
    ...['bài viết … bạn … không tồn tại', 'nội dung không tồn tại hoặc', 'bài viết đã bị xóa khỏi'],
    ...['đường dẫn … bạn … không đúng', 'đường dẫn … không đúng', 'địa chỉ … gõ sai'],
    ...['liên kết … hỏng', 'về trang chủ', 'quay lại trang trước', 'kiểm tra lại đường dẫn'],
    ...['không tìm thấy … bạn … tìm', 'phù hợp với từ khóa', 'thử … từ khóa khác'],
    ...['die gesuchte seite', 'la page que vous', 'la página que … busca', 'la página solicitada'],
  ],
}

export const SERVER: OtherPageWords = {
  says: 'is one of the server’s own',
  titles: [
    ...['500', '502', '503', 'internal server error', '500 internal server error', 'server error'],
    ...['bad gateway', '502 bad gateway', 'service unavailable', '503 service unavailable'],
    ...['503 service temporarily unavailable', 'gateway timeout', '504 gateway timeout'],
    ...['gateway time out', '504 gateway time out', 'database error', 'application error'],
    ...['error establishing a database connection', 'web server is down', 'bad request'],
    ...['400 bad request', '401 unauthorized', 'unauthorized', 'forbidden', '403 forbidden', '403'],
    ...['access denied', '403 access denied', 'access forbidden', 'too many requests'],
    ...['429 too many requests', 'unavailable for legal reasons', 'account suspended'],
    ...['451 unavailable due to legal reasons', 'this account has been suspended'],
    ...['welcome to nginx', 'it works', 'apache2 ubuntu default page', 'default web site page'],
    ...['apache2 ubuntu default page it works', 'apache2 debian default page'],
    ...['iis windows server'],
    ...['apache2 debian default page it works', 'lỗi máy chủ', 'không có quyền truy cập'],
  ],
  hints: ['index of …', 'fatal error', 'unavailable', '451', 'suspended'],
  texts: [
    ...['the server encountered', 'unable to complete your request', 'the server administrator'],
    ...['critical error on this website', 'check your site admin email', 'uncaught error'],
    ...['username and password information in your', 'the database server could not'],
    ...['stack trace'],
    ...['fatal error', 'on line', 'last modified', 'you don t have permission to access'],
    ...['on this server'],
    ...['server is successfully installed', 'default welcome page', 'parent directory'],
    ...['contact your hosting provider', 'too many requests in', 'access cannot be granted'],
    ...['attempting to access this website from', 'the upstream server', 'try again in a few'],
  ],
}

export const CLOSED: OtherPageWords = {
  says: 'says that the site is closed for now',
  titles: [
    ...['maintenance', 'maintenance mode', 'under maintenance', 'site under maintenance'],
    ...['scheduled maintenance', 'down for maintenance', 'site maintenance', 'be right back'],
    ...['we ll be back soon', 'we will be back soon', 'coming soon', 'under construction'],
    ...['site under construction', 'website under construction', 'bảo trì', 'đang bảo trì'],
    ...['website đang bảo trì', 'website đang được bảo trì', 'hệ thống đang bảo trì'],
    ...['trang đang bảo trì', 'bảo trì hệ thống', 'trang đang xây dựng', 'website đang xây dựng'],
    ...['sắp ra mắt', 'briefly unavailable for scheduled maintenance check back in a minute'],
  ],
  hints: [],
  texts: [
    ...['performing … maintenance', 'back online', 'sorry for the inconvenience', 'check back'],
    ...['website is under construction', 'site is under construction', 'when we launch'],
    ...['is under maintenance', 'stay tuned', 'nâng cấp hệ thống', 'vui lòng quay lại sau'],
    ...['mong … thông cảm', 'quá trình xây dựng', 'sớm ra mắt', 'hệ thống đang bảo trì'],
  ],
}

export const PARKED: OtherPageWords = {
  says: 'offers its domain, or says that it has expired',
  titles: [
    ...['this website is for sale', 'this domain is for sale', 'domain for sale', 'parked domain'],
    ...['domain parking', 'domain expired', 'buy this domain', 'tên miền đã hết hạn'],
  ],
  hints: ['… is for sale', 'tên miền … hết hạn', 'tên miền …', 'this website is for sale …'],
  texts: [
    ...['domain … is for sale', 'make an offer', 'buy it now', 'by the domain owner'],
    ...['parking service', 'third party advertisers', 'hết hạn sử dụng', 'chủ sở hữu'],
    ...['this domain has expired', 'this domain name', 'nhà đăng ký', 'tên miền này'],
  ],
}
