import type { ConcernSort } from '../../core/safety/concern-shape.ts'
import { authorities, type ConcernReport, takesReports } from '../../core/safety/concern-report.ts'
import { guidance, say } from './guidance.ts'
import { useCallList } from './use-concern.ts'

export interface CallLine {
  readonly id: string
  readonly name: string
  readonly use: string
  readonly phone: string
  /** Somebody has not yet found out whether it answers here. */
  readonly unchecked: boolean
  readonly checkedOn: string | null
  readonly first: boolean
  /** To whom a call there is a report (SAF-16); null when it is a call for help or advice, or nobody knows what kind of number it is. */
  readonly to: ConcernReport['to'] | null
}

/** Whom to call, the first ones first; 110 is never far down. */
export function useLines(sort: ConcernSort | null, familyId: string | null): readonly CallLine[] {
  const list = useCallList(familyId)
  const shipped = guidance.lines.map((line): CallLine => {
    const own = list?.lines[line.id]
    const phone = own?.phone.trim() ?? ''
    return {
      ...{ id: line.id, name: say(line.name), phone: phone === '' ? line.phone : phone },
      use: [say(line.use), own?.note ?? ''].filter((part) => part !== '').join(' · '),
      checkedOn: own?.checkedOn ?? null,
      unchecked: line.verify && (own?.checkedOn ?? null) === null,
      first: sort === null ? !line.verify : line.first.includes(sort),
      to: authorities.find((one) => one === line.authority && takesReports(one)) ?? null,
    }
  })
  const extra = Object.entries(list?.extra ?? {}).map(
    ([id, one]): CallLine => ({
      ...{ id, name: one.name, use: one.note, phone: one.phone, checkedOn: null },
      ...{ unchecked: false, first: false, to: null },
    }),
  )
  const all = [...shipped, ...extra].filter(({ phone }) => phone !== '')
  return [...all.filter(({ first }) => first), ...all.filter(({ first }) => !first)]
}

export function telOf(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+*#]/g, '')}`
}
