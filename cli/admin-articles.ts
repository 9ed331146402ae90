/** `articles`: what is stored, and taking it out of the site or back into it. */

import * as z from 'zod/mini'
import { articleSchema } from '../src/articles/article.ts'
import { type Answer, segment } from './admin-api.ts'
import { articleText, shownArticleSchema } from './admin-article-text.ts'
import { adminGroup } from './admin-group.ts'
import {
  type Columns,
  LIST_USAGE,
  limitMistake,
  parseListOptions,
  printList,
} from './admin-list.ts'
import type { Session } from './admin-session.ts'
import { parseJsonOnly, subcommand } from './admin-subcommand.ts'
import { cut, oneLine } from './admin-text.ts'

const PATH = '/api/admin/articles'
const TITLE_WIDTH = 60
/** Taking out a whole list of articles is one command. */
const SOME = { min: 1, max: 1000 }

const itemSchema = z.catchall(
  z.extend(
    z.pick(articleSchema, {
      id: true,
      slug: true,
      title: true,
      partner: true,
      publishedAt: true,
      views: true,
    }),
    { state: z.string() },
  ),
  z.unknown(),
)
type ArticleItem = z.infer<typeof itemSchema>

const COLUMNS: Columns<ArticleItem> = [
  ['ID', ({ id }) => id],
  ['STATE', ({ state }) => state],
  ['PUBLISHED', ({ publishedAt }) => publishedAt ?? '-'],
  ['VIEWS', ({ views }) => String(views)],
  ['PARTNER', ({ partner }) => partner.id],
  ['TITLE', ({ title }) => cut(title, TITLE_WIDTH)],
]

export const articles = adminGroup('articles', {
  list: subcommand({
    usage: LIST_USAGE,
    does: 'lists the articles, last changed first, hidden ones too',
    names: { min: 0, max: 0 },
    parse: parseListOptions,
    findMistake: limitMistake,
    run: ({ values: { limit } }, session) =>
      printList(session, { path: PATH, item: itemSchema, columns: COLUMNS, limit }),
  }),
  show: subcommand({
    usage: 'ID|SLUG [--json]',
    does: 'prints an article, and what was removed of its page',
    names: { min: 1, max: 1 },
    parse: parseJsonOnly,
    async run({ positionals: [name = ''] }, session) {
      const schema = shownArticleSchema
      const article = await byName(session, name, (id) =>
        session.ask({ method: 'GET', path: `${PATH}/${segment(id)}`, schema }),
      )
      if (!article.ok) return session.fail(article.message)
      session.print(article.value, articleText(article.value))
      return 0
    },
  }),
  hide: actionSubcommand(
    'hide',
    'hidden',
    'takes articles out of the site until they are restored',
  ),
  restore: actionSubcommand('restore', 'published', 'puts hidden or taken-down articles back'),
  takedown: actionSubcommand('takedown', 'taken-down', 'takes articles down and keeps them down'),
})

/** Does all that it can: one article that fails does not save the next. */
function actionSubcommand(action: string, wanted: string, does: string) {
  return subcommand({
    usage: 'ID|SLUG… [--json]',
    does,
    names: SOME,
    parse: parseJsonOnly,
    async run({ positionals }, session) {
      let code: 0 | 1 = 0
      for (const name of positionals) {
        const article = await byName(session, name, (id) =>
          session.ask({
            method: 'POST',
            path: `${PATH}/${segment(id)}/${action}`,
            schema: itemSchema,
          }),
        )
        if (!article.ok) code = session.fail(`${name}: ${article.message}`)
        else if (article.value.state !== wanted) {
          code = session.fail(
            `${name}: is ${article.value.state}, which ${action} leaves as it is.`,
          )
        } else {
          const { id, state, title } = article.value
          session.print(article.value, `${oneLine(id)}  ${state}  ${cut(title, TITLE_WIDTH)}\n`)
        }
      }
      return code
    },
  })
}

/** Asks by id, and where there is none, by the id of the published article with that slug. */
async function byName<Value>(
  session: Session,
  name: string,
  askById: (id: string) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  const answer = await askById(name)
  if (answer.ok || answer.status !== 404) return answer
  const schema = z.object({ id: z.string() })
  const path = `/api/articles/${segment(name)}`
  const published = await session.ask({ method: 'GET', path, schema })
  if (published.ok) return askById(published.value.id)
  if (published.status === 404) return answer
  // Readers are told no more than that it is gone.
  return published.status === 410
    ? { ...published, message: '410: The article is not public: name it by its id.' }
    : published
}
