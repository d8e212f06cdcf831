import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { readSheetProgress } from '../../../core/inquiry/sheet-progress.ts'
import {
  type Column,
  compareNames,
  DataTable,
  EmptyState,
  Section,
  SegmentedChoice,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { titleOf } from '../words.ts'
import { FamilyReturns } from './family-returns.tsx'
import { OtherRespondent } from './other-respondent.tsx'
import { Reminders } from './reminders.tsx'
import { ResponseBar } from './response-bar.tsx'
import { aboutText, nameText } from './line-text.ts'
import {
  answerPath,
  countLines,
  useWaveLines,
  usePeople,
  type WaveLine,
  type WaveRecord,
} from './use-wave.ts'

const shows = ['all', 'open', 'submitted'] as const

/** Who is to answer and who has, with the way to each sheet. */
export function FamilyWave({ wave }: { readonly wave: WaveRecord }) {
  const lines = useWaveLines(wave)
  const people = usePeople()
  const [show, setShow] = useState<(typeof shows)[number]>('all')
  const sorted = [...lines].sort(
    (left, right) =>
      compareNames(nameText(people, left.place.childId), nameText(people, right.place.childId)) ||
      compareNames(titleOf(left.instrument), titleOf(right.instrument)),
  )
  const shown = sorted.filter(({ sheet }) => {
    const submitted = sheet?.state === 'submitted'
    return show === 'all' || (show === 'submitted') === submitted
  })
  const columns: readonly Column<WaveLine>[] = [
    {
      name: 'who',
      label: text('inquiry:line.respondent'),
      show: ({ place }) => nameText(people, place.respondentId),
    },
    {
      name: 'about',
      label: text('inquiry:line.about'),
      show: ({ place }) => aboutText(people, place),
    },
    {
      name: 'instrument',
      label: text('inquiry:line.instrument'),
      show: (line) => titleOf(line.instrument),
    },
    { name: 'state', label: text('inquiry:line.state'), show: (line) => <LineState line={line} /> },
    {
      name: 'missing',
      label: text('inquiry:line.missing'),
      show: (line) => <MissingItems line={line} />,
    },
  ]
  return (
    <>
      <Section
        title={text('inquiry:wave.response')}
        actions={
          <Group gap="xs">
            {lines.some(({ sheet }) => sheet?.state === 'submitted') && (
              <Button component={Link} to={`/inquiry/waves/${wave.id}/survey`}>
                {text('inquiry:survey.open')}
              </Button>
            )}
            <Button component={Link} to={`/inquiry/waves/${wave.id}/paper`} variant="subtle">
              {text('inquiry:paper.print')}
            </Button>
            <Button component={Link} to={`/inquiry/waves/${wave.id}/data`} variant="subtle">
              {text('inquiry:data.open')}
            </Button>
          </Group>
        }
      >
        <ResponseBar count={countLines(lines)} />
        <FamilyReturns lines={lines} />
        {lines.length === 0 && (
          <EmptyState
            title={text('inquiry:wave.nobody')}
            hint={text(
              wave.groupId === null ? 'inquiry:wave.nobodyRegister' : 'inquiry:wave.nobodyGroup',
            )}
          />
        )}
        {lines.length > 0 && (
          <>
            <SegmentedChoice
              label={text('inquiry:wave.show')}
              labelHidden
              options={shows.map((value) => ({
                value,
                label: text(`inquiry:wave.shows.${value}`),
              }))}
              value={show}
              onChange={setShow}
            />
            <DataTable
              caption={text('inquiry:wave.response')}
              columns={columns}
              rows={shown}
              keyOf={(line) => line.key}
              linkOf={({ sheet, place }) =>
                sheet?.state === 'submitted' || sheet?.state === 'setAside'
                  ? `/inquiry/sheets/${sheet.id}`
                  : answerPath(place)
              }
            />
          </>
        )}
      </Section>
      <Reminders
        wave={wave}
        lines={sorted.filter(({ joinedLate }) => !joinedLate)}
        people={people}
      />
      {wave.state === 'open' && <OtherRespondent wave={wave} />}
    </>
  )
}

function LineState({ line: { sheet, joinedLate } }: { readonly line: WaveLine }) {
  if (joinedLate) return <Text c="gray.7">{text('inquiry:line.joinedLate')}</Text>
  if (sheet === null) return <Text c="gray.7">{text('inquiry:line.notYet')}</Text>
  return (
    <Group gap={6}>
      <Badge
        tt="none"
        variant={sheet.state === 'submitted' ? 'filled' : 'outline'}
        color={sheet.state === 'submitted' ? 'gray.8' : 'kite.8'}
      >
        {text(`inquiry:sheetState.${sheet.state}`)}
      </Badge>
      <Text component="span" size="sm" c="gray.7">
        {text(`inquiry:sheetMode.${sheet.mode}`)}
      </Text>
      <UnsentMark record={sheet} />
    </Group>
  )
}

/** Named by number, so that somebody can ask again. */
function MissingItems({ line: { sheet, instrument } }: { readonly line: WaveLine }) {
  if (sheet === null || sheet.state === 'declined') return '–'
  const { open, skipped, itemCount, answered } = readSheetProgress(instrument, sheet)
  if (answered === itemCount) return text('inquiry:line.complete')
  const numbers = [...skipped, ...open]
    .map((item) => item.number)
    .sort((left, right) => left - right)
  return text('inquiry:line.missingItems', {
    answered,
    all: itemCount,
    numbers: numbers.length > 12 ? `${numbers.slice(0, 12).join(', ')}…` : numbers.join(', '),
  })
}
