import type { TodayItems as Items } from '../../../core/evaluation/today.ts'
import { person } from '../../../core/families/person.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { PairHelp } from '../../contact/pair-help.tsx'
import { useRecords } from '../../sync/records.ts'
import { dueText } from './due-text.ts'
import { TodayList, type TodayLine } from './today-list.tsx'
import { useWindowWords } from './use-windows-ahead.ts'

type NameOf = (personId: string) => string

/** Signposts to what waits: sessions, records, waves, silences, and facts the law asks a person to check. */
export function TodayItems({ items }: { readonly items: Items }) {
  const names = new Map(useRecords(person).map(({ id, name }) => [id, name]))
  const nameOf: NameOf = (id) => names.get(id) ?? text('access:today.someone')
  const agreed = useWindowWords()
  return (
    <>
      <TodayList
        title={text('evaluation:today.meetings')}
        lines={items.meetings.map(meetingLine)}
      />
      <TodayList title={text('evaluation:today.records')} lines={items.records.map(recordLine)} />
      <TodayList
        title={text('evaluation:today.unseenRecords')}
        lines={items.unseenRecords.map(unseenRecordLine)}
      />
      <TodayList
        title={text('evaluation:today.unseenPlans')}
        lines={items.unseenPlans.map(unseenPlanLine)}
      />
      <TodayList
        title={text('evaluation:today.talks')}
        hint={text('evaluation:today.talksHint')}
        lines={items.talks.map(talkLine)}
      />
      <TodayList
        title={text('evaluation:today.absences')}
        lines={items.absences.map(absenceLine)}
      />
      <TodayList
        title={text('evaluation:today.waves')}
        lines={items.waves.map((item) => waveLine(item, nameOf))}
      />
      <TodayList
        title={text('contact:home.said')}
        hint={text('contact:home.help.said')}
        lines={items.saidSilences.map(({ pairId, familyId, childId, adultId, from, until }) => ({
          ...{ key: pairId, to: `/contact/families/${familyId}?pair=${pairId}`, late: false },
          words: text('access:today.childAdult', {
            child: nameOf(childId),
            adult: nameOf(adultId),
          }),
          detail: joined(
            text('contact:none.span', { from: formatDay(from), until: formatDay(until) }),
            agreed(pairId),
          ),
          beside: <PairHelp familyId={familyId} pairId={pairId} childId={childId} />,
        }))}
      />
      <TodayList
        title={text('evaluation:today.silences')}
        lines={silenceLines(
          items.silences.filter(({ state }) => state !== 'notLogged'),
          (item) => silenceLine(item, nameOf, agreed(item.pairId)),
        )}
      />
      <TodayList
        title={text('evaluation:today.prompts')}
        lines={items.prompts.map((item) => ({
          key: `${item.prompt}:${item.childId}:${item.adultId}`,
          to: `/families/${item.familyId}`,
          words: nameOf(item.childId),
          detail: text(`restricted:prompt.${item.prompt}`),
          late: item.isUrgent,
        }))}
      />
      <TodayList
        title={text('access:today.notLogged')}
        hint={text('access:today.notLoggedHint')}
        lines={items.silences
          .filter(({ state }) => state === 'notLogged')
          .map((item) => silenceLine(item, nameOf, agreed(item.pairId)))}
      />
    </>
  )
}

export function countWaiting(items: Items): number {
  const { meetings, records, unseenRecords, unseenPlans, talks, absences, waves } = items
  const { silences, saidSilences, prompts, seatsToEnd, excludedInTeams } = items
  const lists = [meetings, records, unseenRecords, unseenPlans, talks, absences, waves]
  return [...lists, silences, saidSilences, prompts, seatsToEnd, excludedInTeams].reduce(
    (sum, one) => sum + one.length,
    0,
  )
}

function meetingLine(item: Items['meetings'][number]): TodayLine {
  const strand = item.strand === null ? '' : text(`groupwork:strand.${item.strand}`)
  const what = {
    ahead: dueText(item.inDays),
    notClosed: text('access:today.meetingNotClosed'),
    unmarked: text('access:today.meetingUnmarked', { count: item.unmarked }),
  }[item.what]
  const words = [text('access:today.meetingNo', { no: item.no, theme: item.theme }), strand]
  return {
    key: `${item.meetingId}:${item.strand ?? ''}:${item.what}`,
    to: `/groupwork/meetings/${item.meetingId}`,
    words: words.filter((word) => word !== '').join(' · '),
    detail: [formatDay(item.on), item.at, what].filter((word) => word !== '').join(' · '),
    late: item.what !== 'ahead',
  }
}

function recordLine(item: Items['records'][number]): TodayLine {
  const strand = text(`groupwork:strand.${item.strand}`)
  return {
    key: `${item.meetingId}:${item.strand}`,
    to: `/groupwork/meetings/${item.meetingId}/record/${item.strand}`,
    words: text('access:today.recordNo', { no: item.no, strand }),
    detail: dueText(-item.daysLate),
    late: true,
  }
}

function unseenRecordLine(item: Items['unseenRecords'][number]): TodayLine {
  const strand = text(`groupwork:strand.${item.strand}`)
  const handedIn =
    item.submittedOn === null
      ? ''
      : text('evaluation:today.handedIn', { day: formatDay(item.submittedOn) })
  return {
    key: item.recordId,
    to: `/groupwork/meetings/${item.meetingId}/record/${item.strand}`,
    words: text('access:today.recordNo', { no: item.no, strand }),
    detail: [item.groupTitle, handedIn].filter((word) => word !== '').join(' · '),
    late: false,
  }
}

function unseenPlanLine({ groupId, title }: Items['unseenPlans'][number]): TodayLine {
  return {
    key: groupId,
    to: `/groupwork/groups/${groupId}/plan`,
    words: title,
    detail: text('evaluation:today.planNotSeen'),
    late: false,
  }
}

function talkLine(item: Items['talks'][number]): TodayLine {
  return {
    key: item.markId,
    to: `/groupwork/meetings/${item.meetingId}?view=marks`,
    words: item.name,
    detail: text('evaluation:today.talkFrom', { no: item.no }),
    late: false,
  }
}

function absenceLine(item: Items['absences'][number]): TodayLine {
  const { inARow, no, inDays } = item
  const what =
    inARow > 1
      ? text('evaluation:today.absentAgain', { count: inARow, no })
      : text('evaluation:today.absent', { no })
  return {
    key: item.rowId,
    to: `/groupwork/meetings/${item.meetingId}?view=away`,
    words: item.name,
    detail: `${what} · ${dueText(inDays)}`,
    late: inDays < 0,
  }
}

const mostNamed = 4

/** Who is still missing, by name as far as a line bears it. */
function missingText({ missing }: Items['waves'][number], nameOf: NameOf): string {
  const names = [...new Set(missing.map(({ respondentId }) => nameOf(respondentId)))]
  const shown = names.slice(0, mostNamed).join(text('families:nameSeparator'))
  return names.length > mostNamed
    ? text('access:today.missingMore', { names: shown, count: names.length })
    : text('access:today.missing', { names: shown })
}

function waveLine(item: Items['waves'][number], nameOf: NameOf): TodayLine {
  const { answered, declined, expected, inDays } = item
  const received = text('access:today.answered', { answered, expected })
  const count =
    declined === 0
      ? received
      : `${received} · ${text('access:today.childrenDeclined', { count: declined })}`
  return {
    key: item.waveId,
    to: `/inquiry/waves/${item.waveId}`,
    words: item.title,
    detail: [count, missingText(item, nameOf), inDays === null ? '' : dueText(inDays)]
      .filter((word) => word !== '')
      .join(' · '),
    late: inDays !== null && inDays < 0,
  }
}

/** What presses and what was agreed, in one line. */
const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ')

/** Whoever has not reached each other, then the list that begins with what helps. */
function silenceLines(
  silences: Items['silences'],
  lineOf: (item: Items['silences'][number]) => TodayLine,
): readonly TodayLine[] {
  if (silences.length === 0) return []
  const toList = { key: 'list', to: '/contact', words: text('contact:ahead.list') }
  return [...silences.map(lineOf), { ...toList, detail: '', late: false }]
}

function silenceLine(item: Items['silences'][number], nameOf: NameOf, agreed: string): TodayLine {
  const { pairId, familyId, childId, adultId } = item
  const days = item.days ?? 0
  const detail = {
    silent7: text('evaluation:today.silence7', { count: days }),
    silent14: text('evaluation:today.silence14', { count: days }),
    notLogged: '',
  }[item.state]
  return {
    key: pairId,
    to: `/contact/families/${familyId}?pair=${pairId}`,
    words: text('access:today.childAdult', { child: nameOf(childId), adult: nameOf(adultId) }),
    detail: joined(detail, agreed),
    beside: <PairHelp familyId={familyId} pairId={pairId} childId={childId} />,
    // A silence is no fault and no alarm: it says where to ask first.
    late: false,
  }
}
