/** Knows how pages that are no article say so: errors, challenges, sign-in forms, search results. */

import { foldText } from '../articles/fold.ts'

/** Folded titles of pages that say that there is none. */
const ERROR_TITLES = /(?:^| )(?:404|not found|không tìm thấy|không tồn tại|page not found)(?: |$)/

/** Folded; a title that begins so is that of a server, a guard or a form. */
const MACHINE_TITLES = [
  ...['internal server error', '500 internal', 'bad gateway', '502 bad', 'service unavailable'],
  ...['503 service', 'gateway timeout', '504 gateway', '403 forbidden', 'forbidden', 'error 5'],
  ...['access denied', 'just a moment', 'attention required', 'checking your browser'],
  ...['are you a robot', 'security check', 'verify you are human', 'website đang bảo trì'],
  ...['kết quả tìm kiếm', 'search results'],
].map(foldText)

/** Folded; as the whole title, above a field for a password. */
const SIGN_IN_TITLES: ReadonlySet<string> = new Set(
  ['đăng nhập', 'đăng ký', 'quên mật khẩu', 'log in', 'login', 'sign in', 'sign up'].map(foldText),
)

/** Folded: what an error page says of the page that was asked for. */
const ERROR_TEXT =
  /(?:^| )(?:trang|bài viết|nội dung|đường dẫn|liên kết|page|article)(?: [^ ]{1,20}){0,8} (?:không tồn tại|không còn tồn tại|không tìm thấy|đã bị gỡ|đã bị xóa|đã bị xoá|does not exist|doesn t exist|could not be found|no longer available)(?: |$)/

/** Whether the title is that of an error page. */
export function isErrorTitle(title: string): boolean {
  return ERROR_TITLES.test(foldText(title))
}

/** Whether the title is one that a server, a guard against robots or a search gives. */
export function isMachineTitle(title: string): boolean {
  const folded = foldText(title)
  return MACHINE_TITLES.some((words) => folded === words || folded.startsWith(`${words} `))
}

/** Whether the title is that of a form for readers who have an account. */
export function isSignInTitle(title: string): boolean {
  return SIGN_IN_TITLES.has(foldText(title))
}

/** Whether a paragraph says that there is no such page. */
export function saysThatPageIsGone(text: string): boolean {
  return ERROR_TEXT.test(foldText(text))
}
