/** What operators are told of backfills, in both languages side by side. */

import type { Texts } from './catalogue.ts'

export const BACKFILL_TEXTS = {
  backfills: { vi: 'Bài cũ', en: 'Archives' },
  backfillOf: { vi: 'Lấy bài cũ…', en: 'Archive…' },
  backfillStart: { vi: 'Lấy bài cũ', en: 'Fetch an archive' },
  backfillHelp: {
    vi: 'Đọc hết sơ đồ trang hoặc các trang danh sách của đối tác, tải bài cũ sau mọi bài mới và dùng nhiều nhất nửa số trang mỗi ngày. Dừng lúc nào cũng được.',
    en: 'Walks through the partner’s sitemaps or listings and fetches old articles behind everything new, with half of the day’s pages at most. It can be stopped at any time.',
  },
  backfillPartner: { vi: 'Đối tác', en: 'Partner' },
  backfillSince: { vi: 'Đăng từ ngày', en: 'Published from' },
  backfillUntil: { vi: 'Đăng đến ngày', en: 'Published until' },
  backfillPagesMax: { vi: 'Số trang nhiều nhất', en: 'Pages at most' },
  backfillAllDays: { vi: 'Mọi ngày', en: 'All days' },
  backfillDays: { vi: 'Từ {since} đến {until}', en: 'From {since} to {until}' },
  backfillListing: { vi: 'đang đọc danh sách', en: 'its lists are being read' },
  backfillListed: { vi: 'Có trong danh sách', en: 'Listed' },
  backfillSkipped: { vi: 'Bỏ qua', en: 'Left out' },
  backfillKnown: { vi: 'Đã có', en: 'Known' },
  backfillOutside: { vi: 'Ngoài khoảng ngày', en: 'Of other days' },
  backfillErrors: { vi: 'Những gì không lấy được', en: 'What went wrong' },
  backfillStop: { vi: 'Dừng', en: 'Stop' },
  backfillStopped: { vi: 'Đã dừng', en: 'Stopped' },
  backfillOlder: { vi: 'Những lần trước', en: 'Earlier ones' },
  noBackfills: { vi: 'Chưa lấy bài cũ của ai.', en: 'No archive has been fetched yet.' },
} satisfies Texts
