import { Button, Group, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import { daysBetween } from '../../../core/kit/dates.ts'
import type { SheetPlace } from '../../../core/inquiry/draft-answer-sheet.ts'
import { DoingNote, formatDayOf, Section, text, useDoing } from '../../kit/index.ts'
import { LinkCard } from '../../kit/link-card.tsx'
import { useMay, useSender, useToday, useMakeLink } from '../../sync/index.ts'
import { LinkList } from './link-list.tsx'
import type { MadeLink } from '../../sync/family-link-shapes.ts'
import { useFamilyLinks } from '../../sync/use-family-links.ts'

/** For whoever is far away: a link that opens this questionnaire and nothing else, without an account. */
export function LinkPanel({
  place,
  dueOn,
}: {
  readonly place: SheetPlace
  /** The last day of the wave: a link lives as long. */
  readonly dueOn: string | null
}) {
  const today = useToday()
  const { standing, links, reload } = useFamilyLinks(place.familyId)
  const doing = useDoing()
  const makeLink = useMakeLink()
  const sender = useSender()
  const mayMake = useMay('answerSheet', 'create', `family:${place.familyId}`)
  const [days, setDays] = useState(() => daysUntil(today, dueOn))
  const [made, setMade] = useState<MadeLink | null>(null)
  if (!mayMake) return null
  const make = async () => {
    const { waveId, instrumentId, familyId, childId, respondentId, pairId } = place
    const body = {
      familyId,
      personId: respondentId,
      childId,
      purpose: 'questionnaire',
      waveId,
      instrumentId,
      pairId,
      days,
    }
    const link = await doing.run(() => makeLink(body))
    if (link === null) return
    setMade(link)
    reload()
  }
  const own = links.filter(
    (link) => link.personId === place.respondentId && link.waveId === place.waveId,
  )
  return (
    <Section title={text('inquiry:sheetMode.familyLink')} hint={text('inquiry:link.hint')}>
      {standing === 'asking' && <Text c="gray.7">{text('kit:loading')}</Text>}
      {standing === 'offline' && <Text>{text('inquiry:link.offline')}</Text>}
      {standing === 'noOrigin' && <Text>{text('inquiry:link.noOrigin')}</Text>}
      {made !== null && (
        <LinkCard
          qrSvg={made.qrSvg}
          checkCode={made.checkCode}
          link={{ familyId: place.familyId, linkId: made.id, address: made.address }}
          words={text('inquiry:link.message', {
            ...sender,
            address: made.address,
            day: formatDayOf(made.endsAt),
          })}
        />
      )}
      <Group align="flex-end">
        <NumberInput
          label={text('inquiry:link.days')}
          min={1}
          max={90}
          w="8rem"
          value={days}
          disabled={standing !== 'ready'}
          onChange={(value) => setDays(Math.min(90, Math.max(1, Number(value) || 1)))}
        />
        <Button
          variant="default"
          disabled={standing !== 'ready'}
          loading={doing.busy}
          onClick={() => void make()}
        >
          {text('inquiry:link.make')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
      <LinkList familyId={place.familyId} links={own} onChanged={reload} />
    </Section>
  )
}

const ordinaryDays = 14
const mostDays = 90

/** To the end of the last day; two weeks where no day was set or it has passed. */
function daysUntil(today: string, dueOn: string | null): number {
  const left = dueOn === null ? -1 : daysBetween(today, dueOn)
  return left < 0 ? ordinaryDays : Math.min(mostDays, left + 1)
}
