import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { TodayList } from './today-list.tsx'
import type { DueClearance } from './use-clearances.ts'

function describe({ state, until }: DueClearance): string {
  const day = formatDay(until)
  switch (state) {
    case 'missing':
      return text('access:today.clearanceMissing')
    case 'expired':
      return text('access:today.clearanceExpired', { day })
    case 'dueSoon':
      return text('access:today.clearanceDueSoon', { day })
    case 'valid':
      return ''
  }
}

/** Who works with children and whose yearly record check is due: one touch from where it is entered. */
export function ClearancesDue({ due }: { readonly due: readonly DueClearance[] }) {
  return (
    <TodayList
      title={text('access:today.clearances')}
      hint={text('access:today.clearancesHint')}
      lines={due.map((one) => ({
        key: one.person.id,
        to: '/staff',
        words: one.person.name,
        detail: describe(one),
        late: one.state !== 'dueSoon',
      }))}
    />
  )
}
