import { text } from '../../kit/text.ts'
import { TodayList } from './today-list.tsx'
import type { ChildToAsk } from './use-children-to-ask.ts'

/** Whom to ask for consent next, one touch from the page where it is asked. */
export function AskConsent({ about }: { readonly about: readonly ChildToAsk[] }) {
  return (
    <TodayList
      title={text('access:today.askConsent')}
      lines={about.map(({ child, unasked }) => ({
        key: child.id,
        to: `/families/${child.familyId}/consent/${child.id}`,
        words: child.name,
        detail:
          unasked.length === 0
            ? text('access:today.notAsked')
            : text('families:assent.unasked', {
                purposes: unasked
                  .map((purpose) => text(`families:purpose.${purpose}.short`))
                  .join(text('families:nameSeparator')),
              }),
        late: false,
      }))}
    />
  )
}
