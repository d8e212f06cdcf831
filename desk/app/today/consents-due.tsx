import type { AgeTurn } from '../../../core/families/age-turns.ts'
import { describeNews } from '../../families/consent/describe-news.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { TodayList } from './today-list.tsx'
import type { ConsentsDue as Due } from './use-consents-due.ts'

function describeTurn({ age, on, isAhead, toAsk, guardianTold }: AgeTurn): string {
  const day = formatDay(on)
  if (isAhead) return text(age === 14 ? 'families:turn.ahead14' : 'families:turn.ahead18', { day })
  const left = [
    toAsk.length > 0 ? text('families:turn.askChild') : '',
    guardianTold ? '' : text('families:turn.tellGuardian'),
  ].filter((part) => part !== '')
  return `${text(age === 14 ? 'families:turn.is14' : 'families:turn.is18', { day })}${left.join(text('families:listSeparator'))}`
}

function describeDue({ why, purpose, until }: Due['due'][number]): string {
  return text(`families:consentDue.${why}`, {
    purpose: text(`families:purpose.${purpose}.short`),
    day: until === null ? '' : formatDay(until),
  })
}

/** FAM-67: what a guardian decided or took back by link, until somebody has seen it: a no stands out, a yes is quiet. */
export function NewsOfConsents({ news }: { readonly news: Due['news'] }) {
  return (
    <TodayList
      title={text('families:news.title')}
      lines={news.map((one) => ({
        key: `${one.childId} ${one.givenById}`,
        to: `/families/${one.familyId}/consent/${one.childId}`,
        words: text('families:news.today', { child: one.child.name, name: one.giver }),
        detail: describeNews(one),
        late: one.isNo,
      }))}
    />
  )
}

/** Whose word counts changes soon or has changed; whom to ask again; where two guardians disagree. */
export function ConsentsDue({ waiting }: { readonly waiting: Due }) {
  return (
    <>
      <TodayList
        title={text('families:turn.title')}
        hint={text('families:turn.hint')}
        lines={waiting.turns.map((turn) => ({
          key: turn.child.id,
          to: `/families/${turn.child.familyId}/consent/${turn.child.id}`,
          words: turn.child.name,
          detail: describeTurn(turn),
          late: !turn.isAhead,
        }))}
      />
      <TodayList
        title={text('families:consentDue.title')}
        lines={waiting.due.map((due) => ({
          key: `${due.childId} ${due.purpose}`,
          to: `/families/${due.familyId}/consent/${due.childId}`,
          words: due.child.name,
          detail: describeDue(due),
          late: due.why === 'ranOut' || due.why === 'disagreement',
        }))}
      />
    </>
  )
}
