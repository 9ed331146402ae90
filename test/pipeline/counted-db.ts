/** D1 with a list of every statement that was sent to it: what a batch holds counts one by one. */

export type CountedDb = { db: D1Database; statements: string[] }

export function countedDb(real: D1Database): CountedDb {
  const statements: string[] = []
  const known = new WeakMap<object, { sql: string; statement: D1PreparedStatement }>()

  function counted(statement: D1PreparedStatement, sql: string): D1PreparedStatement {
    const proxy: D1PreparedStatement = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') {
          return (...values: unknown[]) => counted(target.bind(...values), sql)
        }
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...values: unknown[]) => {
          statements.push(sql)
          return value.apply(target, values)
        }
      },
    })
    known.set(proxy, { sql, statement })
    return proxy
  }

  const db: D1Database = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => counted(target.prepare(sql), sql)
      if (name !== 'batch') return Reflect.get(target, name)
      return (batch: D1PreparedStatement[]) =>
        target.batch(
          batch.map((proxy) => {
            const { sql, statement } = known.get(proxy) ?? { sql: 'unknown', statement: proxy }
            statements.push(sql)
            return statement
          }),
        )
    },
  })
  return { db, statements }
}
