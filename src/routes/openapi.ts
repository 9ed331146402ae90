/** `/api/openapi.json`: the readers' API, described from the schemas that it answers with. */

import * as z from 'zod/mini'
import { articleSchema } from '../articles/article.ts'

const PROBLEM = {
  description: 'A problem document (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** Returns an OpenAPI 3.1 document for the instance at `siteUrl`. */
export function openApiDocument(siteUrl: string, siteName: string) {
  return {
    openapi: '3.1.0',
    info: { title: `${siteName}: articles`, version: '1' },
    servers: [{ url: siteUrl }],
    paths: {
      '/api/articles': {
        get: {
          summary: 'Published articles, without their bodies',
          parameters: [
            query('sort', { type: 'string', enum: ['latest', 'trending'], default: 'latest' }),
            query('partner', { type: 'string', description: 'The id of a partner.' }),
            query('topic', { type: 'string', description: 'The key of a topic.' }),
            query('q', { type: 'string', description: 'Words; their marks may be left out.' }),
            query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
            query('cursor', { type: 'string', description: 'The nextCursor of the last answer.' }),
          ],
          responses: { 200: answer('A page of the list.', 'ArticleList'), 400: PROBLEM },
        },
      },
      '/api/articles/{slug}': {
        get: {
          summary: 'One article',
          parameters: [slugParameter],
          responses: { 200: answer('The article.', 'Article'), 404: PROBLEM, 410: PROBLEM },
        },
      },
      '/api/articles/{slug}/views': {
        get: {
          summary: 'How often an article was read here',
          parameters: [slugParameter],
          responses: { 200: answer('The count, not older than 15 s.', 'Views'), 404: PROBLEM },
        },
      },
    },
    components: { schemas: schemas() },
  }
}

const slugParameter = { name: 'slug', in: 'path', required: true, schema: { type: 'string' } }

function query(name: string, schema: Record<string, unknown>) {
  return { name, in: 'query', schema }
}

function answer(description: string, schema: string) {
  const reference = { $ref: `#/components/schemas/${schema}` }
  return { description, content: { 'application/json': { schema: reference } } }
}

function schemas() {
  const shown = z.omit(articleSchema, {
    removed: true,
    licence: true,
    paywalled: true,
    originalUrl: true,
  })
  const listed = z.omit(shown, { sections: true, text: true })
  return {
    Article: jsonSchema(shown),
    ArticleList: jsonSchema(
      z.object({ items: z.array(listed), nextCursor: z.nullable(z.string()) }),
    ),
    Views: jsonSchema(z.object({ views: z.int(), asOf: z.iso.datetime() })),
    Problem: jsonSchema(
      z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() }),
    ),
  }
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12; the dialect is said once, not in every schema. */
function jsonSchema(schema: z.ZodMiniType) {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema)
  return rest
}
