// What was tapped and has not arrived yet: each telling sealed under its own mark, so that two tabs never take one from each other.
import { openSeal, type Sealed, stringsOf } from './draft.ts'

/** The fields of the form, and `ask`, the mark under which it is one entry however often it is sent. */
export type Told = Readonly<{ ask: string } & Record<string, string>>

export interface ToldQueue {
  /** In the order in which they were told. */
  readonly list: () => Promise<readonly Told[]>
  readonly keep: (told: Told) => Promise<void>
  readonly drop: (ask: string) => void
}

const prefix = 'kiteline-told-'
/** As long as a day can be said back. */
const longestMilliseconds = 7 * 24 * 3_600_000

/** null where the phone cannot seal. */
export async function openTold(key64: string, path: string): Promise<ToldQueue | null> {
  const seal = await openSeal(key64, path)
  if (seal === null) return null
  const own = `${prefix}${seal.place}-`
  const under = (name: string): Sealed => seal.under(name, longestMilliseconds)
  return {
    drop: (ask) => localStorage.removeItem(own + ask),
    keep: (told) => under(own + told.ask).write({ l_on: today(), ...told, at: String(Date.now()) }),
    list: async () => {
      const names = Object.keys(localStorage).filter((name) => name.indexOf(own) === 0)
      const all = await Promise.all(names.map((name) => under(name).read()))
      return all
        .filter(isTold)
        .sort((left, right) => Number(left['at'] ?? 0) - Number(right['at'] ?? 0))
    },
  }
}

/** The page shows that it has arrived. */
export function forgetTold(ask: string): void {
  for (const name of Object.keys(localStorage))
    if (name.indexOf(prefix) === 0 && name.slice(-ask.length) === ask) localStorage.removeItem(name)
}

function isTold(
  fields: Record<string, string>,
): fields is { ask: string } & Record<string, string> {
  return stringsOf(fields)['ask'] !== undefined
}

/** The day on this telephone's calendar: told tonight and sent tomorrow it was today. */
function today(): string {
  const now = new Date()
  const two = (value: number) => `0${value}`.slice(-2)
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
