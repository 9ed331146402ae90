/** What an operator is told of a partner until it is over. */

import * as z from 'zod/mini'

const alarmKindSchema = z.enum(['failing', 'layout-changed', 'quality-fell', 'silent'])
export type AlarmKind = z.infer<typeof alarmKindSchema>

/** As it is shown with its partner. */
export const openAlarmSchema = z.object({
  kind: alarmKindSchema,
  /** One English sentence. */
  message: z.string(),
  /** ISO 8601 UTC. */
  raisedAt: z.string(),
})
export type OpenAlarm = z.infer<typeof openAlarmSchema>

export const alarmSchema = z.extend(openAlarmSchema, {
  id: z.string(),
  partnerId: z.string(),
  /** Null while it is open. */
  clearedAt: z.nullable(z.string()),
})
export type Alarm = z.infer<typeof alarmSchema>
