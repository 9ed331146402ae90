/** Claims a page in the batch that ends the visit before it: one way to the database less for each page. */

import { type PageClaim, pageClaimOf } from '../storage/run-pages.ts'

export type ClaimAhead = {
  /** The database, for the visit. What went along with its last batch is remembered. */
  db: D1Database
  /** The claim of this page, where one went along; undefined where it has to be made. */
  claimOf: (urlKey: string) => PageClaim | undefined
}

/** A claim is the last statement of its batch: see `next` of a visit in storage/record-visit.ts. */
export function claimAhead(db: D1Database): ClaimAhead {
  let last: unknown
  const batch = async <Row = unknown>(statements: D1PreparedStatement[]) => {
    last = undefined
    const results = await db.batch<Row>(statements)
    last = results.at(-1)?.results[0]
    return results
  }
  return {
    db: {
      prepare: (sql) => db.prepare(sql),
      batch,
      exec: (sql) => db.exec(sql),
      dump: () => db.dump(),
      withSession: (constraint) => db.withSession(constraint),
    },
    claimOf: (urlKey) => {
      const claim = pageClaimOf(last)
      return claim?.urlKey === urlKey ? claim : undefined
    },
  }
}
