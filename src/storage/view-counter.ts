/**
 * The counter object: keeps, for its share of the articles, who was seen within the window and how
 * many views there are, and reports absolute totals to D1.
 */

import { DurableObject } from 'cloudflare:workers'
import { addToTrend, TREND_NONE } from '../views/trend.ts'
import { saltDay, visitorKey } from '../views/visitor.ts'
import { storeViewTotals } from './view-totals.ts'

/** From a view to its report: on screen within 15 s, with room for two failed reports. */
const REPORT_DELAY_MS = 4_000

/** Articles reported in one batch. */
const REPORT_BATCH_MAX = 500

/** Between two alarms that only forget, so that each of them forgets many. */
const FORGET_PAUSE_MS = 60_000

const DAY_MS = 24 * 60 * 60 * 1000
const SALT_BYTES = 32

/** From the start of a salt's day: over its last window, with a day for clocks that differ. */
const SALT_KEPT_MS = 3 * DAY_MS

/** What the Worker hands on of a request that counts. Address and agent are never stored. */
export type Visit = {
  articleId: string
  address: string
  agent: string
  /** Unix milliseconds. */
  at: number
  windowMs: number
}

export class ViewCounter extends DurableObject<Env> {
  readonly #sql: SqlStorage

  constructor(state: DurableObjectState, env: Env) {
    super(state, env)
    this.#sql = state.storage.sql
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS salts (day TEXT PRIMARY KEY, salt BLOB NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS seen (visitor TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS seen_until ON seen (until);
      CREATE TABLE IF NOT EXISTS totals (
        article_id TEXT PRIMARY KEY, total INTEGER NOT NULL, trend REAL NOT NULL,
        reported INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS totals_unreported ON totals (article_id) WHERE total > reported;`)
  }

  /**
   * Counts visits, each at most once a visitor, article and window. When it answers, what it
   * counted is committed: the object's output waits for its storage. Returns how many it counted.
   */
  async count(shard: number, visits: Visit[]): Promise<number> {
    // All hashing comes first: from the look-up to the insert nothing else may run in between.
    const keyed = await Promise.all(
      visits.map(async (visit) => ({ visit, keys: await this.#keysOf(visit) })),
    )
    const counted = keyed.filter(({ visit, keys }) => this.#countOne(visit, keys)).length
    if ((await this.ctx.storage.get('shard')) !== shard) await this.ctx.storage.put('shard', shard)
    if (counted > 0) await this.#wakeBy(Date.now() + REPORT_DELAY_MS)
    return counted
  }

  /** Reports totals that changed and forgets what is over, for as long as there is either. */
  override async alarm(): Promise<void> {
    const shard = (await this.ctx.storage.get<number>('shard')) ?? 0
    const now = Date.now()
    const changed = this.#sql
      .exec<{ article_id: string; total: number; trend: number }>(
        `SELECT article_id, total, trend FROM totals WHERE total > reported LIMIT ${REPORT_BATCH_MAX}`,
      )
      .toArray()
    try {
      await storeViewTotals(
        this.env.DB,
        changed.map((row) => ({
          articleId: row.article_id,
          shard,
          total: row.total,
          trend: row.trend,
        })),
      )
    } catch (error) {
      // D1 refuses for the moment: the totals are absolute, so the next report carries them too.
      log('views.unreported', { shard, articles: changed.length, message: String(error) })
      this.#forget(now)
      await this.#wakeBy(now + REPORT_DELAY_MS)
      return
    }
    for (const row of changed) {
      this.#sql.exec(
        'UPDATE totals SET reported = MAX(reported, ?) WHERE article_id = ?',
        row.total,
        row.article_id,
      )
    }
    this.#forget(now)
    const more = this.#sql.exec('SELECT 1 FROM totals WHERE total > reported LIMIT 1').toArray()
    const next = more.length > 0 ? now : this.#nextForgetting(now)
    if (next !== undefined) await this.#wakeBy(next)
  }

  /** Sets the alarm, in Unix milliseconds, unless there is an earlier one. */
  async #wakeBy(at: number): Promise<void> {
    const alarm = await this.ctx.storage.getAlarm()
    if (alarm === null || alarm > at) await this.ctx.storage.setAlarm(at)
  }

  /** The visitor under today's salt and, while a window reaches back over midnight, yesterday's. */
  #keysOf(visit: Visit): Promise<string[]> {
    const days = [...new Set([saltDay(visit.at), saltDay(visit.at - visit.windowMs)])]
    return Promise.all(days.map((day) => visitorKey(this.#saltOf(day), visit)))
  }

  #saltOf(day: string): Uint8Array<ArrayBuffer> {
    const fresh = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
    this.#sql.exec('INSERT OR IGNORE INTO salts (day, salt) VALUES (?, ?)', day, fresh)
    const { salt } = this.#sql
      .exec<{ salt: ArrayBuffer }>('SELECT salt FROM salts WHERE day = ?', day)
      .one()
    return new Uint8Array(salt)
  }

  #countOne(visit: Visit, keys: string[]): boolean {
    const [today] = keys
    if (today === undefined) return false
    const seen = this.#sql
      .exec(
        'SELECT 1 FROM seen WHERE visitor IN (?, ?) AND until > ?',
        today,
        keys[1] ?? today,
        visit.at,
      )
      .toArray()
    if (seen.length > 0) return false
    this.#sql.exec(
      'INSERT OR REPLACE INTO seen (visitor, until) VALUES (?, ?)',
      today,
      visit.at + visit.windowMs,
    )
    const [old] = this.#sql
      .exec<{ trend: number }>('SELECT trend FROM totals WHERE article_id = ?', visit.articleId)
      .toArray()
    this.#sql.exec(
      `INSERT INTO totals (article_id, total, trend, reported) VALUES (?1, 1, ?2, 0)
       ON CONFLICT (article_id) DO UPDATE SET total = total + 1, trend = ?2`,
      visit.articleId,
      addToTrend(old?.trend ?? TREND_NONE, visit.at),
    )
    return true
  }

  #forget(now: number): void {
    this.#sql.exec('DELETE FROM seen WHERE until <= ?', now)
    this.#sql.exec('DELETE FROM salts WHERE day <= ?', saltDay(now - SALT_KEPT_MS))
  }

  /** When the first of what is kept of visitors is over; `undefined` when nothing is kept. */
  #nextForgetting(now: number): number | undefined {
    const { until, day } = this.#sql
      .exec<{ until: number | null; day: string | null }>(
        'SELECT (SELECT MIN(until) FROM seen) AS until, (SELECT MIN(day) FROM salts) AS day',
      )
      .one()
    const ends = [
      ...(until === null ? [] : [until]),
      ...(day === null ? [] : [Date.parse(day) + SALT_KEPT_MS]),
    ]
    return ends.length === 0 ? undefined : Math.max(Math.min(...ends), now + FORGET_PAUSE_MS)
  }
}

function log(event: string, fields: Record<string, unknown>): void {
  // biome-ignore lint/suspicious/noConsole: an object is made by the platform, which hands it no log.
  console.log(JSON.stringify({ event, ...fields }))
}
