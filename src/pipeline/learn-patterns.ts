/** Learns from the pages of a run that has ended which of the partner's addresses are articles. */

import { learntPatterns, readPatterns } from '../crawler/discovery/url-patterns.ts'
import { rememberPatterns } from '../storage/partner-sources.ts'
import { findLessons } from '../storage/run-pages.ts'
import type { PipelineTools } from './tools.ts'

/** Lost where the process ends in between: the next run teaches the same. */
export async function learnPatterns(
  run: { id: string; partnerId: string },
  { patterns }: { patterns: string | null },
  { db }: Pick<PipelineTools, 'db'>,
): Promise<void> {
  const lessons = await findLessons(db, run.id)
  if (lessons.length === 0) return
  const learnt = learntPatterns(readPatterns(patterns), lessons)
  await rememberPatterns(db, run.partnerId, JSON.stringify(learnt))
}
