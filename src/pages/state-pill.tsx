/** The state of a partner, a run or an article in one coloured word. */

type Mood = 'good' | 'bad' | 'neutral'

export function StatePill({ label, mood }: { label: string; mood: Mood }) {
  return <span class={mood === 'neutral' ? 'state' : `state state-${mood}`}>{label}</span>
}
