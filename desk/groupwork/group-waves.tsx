import { Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave, type Wave } from '../../core/inquiry/wave.ts'
import { chooseWaveInstruments } from '../../core/inquiry/wave-instruments.ts'
import { addDays } from '../../core/kit/dates.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { DoingNote, formatDay, Icon, text, useDoing } from '../kit/index.ts'
import { newId, useMay, useRecords, useToday } from '../sync/index.ts'
import styles from './seat-table.module.css'
import { type Look, useActInTurn } from '../sync/use-act-in-turn.ts'
import type { GroupFile } from './use-group.ts'

const phases = ['before', 'after', 'followUp'] as const
type Phase = (typeof phases)[number]

/** The programme's own questionnaires (content/instruments): the caregivers' where their strand has seats; the satisfaction one belongs to the end. */
const questionnaires: Readonly<Record<Phase, readonly string[]>> = {
  before: ['kiteline-child', 'kiteline-parent'],
  after: ['kiteline-child', 'kiteline-parent', 'kiteline-satisfaction'],
  followUp: ['kiteline-child', 'kiteline-parent'],
}
const ofCaregivers = 'kiteline-caregiver'
const daysOpen = 14

export function GroupWaves({ file }: { readonly file: GroupFile }) {
  const { group, seats } = file
  const codesFor = (phase: Phase) =>
    seats.some(({ strand }) => strand === 'guardian')
      ? [...questionnaires[phase], ofCaregivers]
      : questionnaires[phase]
  const act = useActInTurn()
  const doing = useDoing()
  const today = useToday()
  const waves = useRecords(wave, { groupId: group.id })
  const mayCreate = useMay('wave', 'create', 'agency')
  const published = useRecords(instrument, { state: 'published' })
  const first = waves.toSorted(compareWaves).find(({ phase }) => phase === 'before') ?? null
  const create = (phase: Phase) =>
    doing.run(() =>
      act((look) => ({
        kind: wave,
        recordId: waveIdFor(group.id, phase, look),
        verb: 'create',
        input: {},
        fields: {
          title: text('groupwork:waves.name', {
            group: group.title,
            phase: text(`groupwork:waves.phase.${phase}`),
          }).slice(0, 120),
          phase,
          groupId: group.id,
          instrumentIds: chooseWaveInstruments(published, codesFor(phase), first),
          opensOn: today,
          dueOn: addDays(today, daysOpen),
        },
      })),
    )
  const ready = chooseWaveInstruments(published, questionnaires.before, null).length > 0
  return (
    <>
      <ul className={styles.ends}>
        {waves.toSorted(compareWaves).map((one) => (
          <li key={one.id}>
            <Link to={`/inquiry/waves/${one.id}`} className={styles.name}>
              {one.title}
            </Link>
            <Text component="span" size="sm" c="gray.7">
              {text('groupwork:waves.line', {
                opened: formatDay(one.opensOn),
                due: formatDay(one.dueOn),
                state: text(`groupwork:waves.state.${one.state}`),
              })}
            </Text>
          </li>
        ))}
      </ul>
      <DoingNote doing={doing} />
      {mayCreate && !ready && <Text c="gray.7">{text('groupwork:waves.notReady')}</Text>}
      {mayCreate && ready && (
        <Group gap="xs">
          {phases
            .filter((phase) => phase === 'followUp' || waves.every((one) => one.phase !== phase))
            .map((phase) => (
              <Button
                key={phase}
                variant="default"
                loading={doing.busy}
                leftSection={<Icon name="plus" size={16} />}
                onClick={() => void create(phase)}
              >
                {text(`groupwork:waves.create.${phase}`)}
              </Button>
            ))}
        </Group>
      )}
    </>
  )
}

/** Two phones that open the same group's first wave make one wave; follow-ups may be several. */
function waveIdFor(groupId: string, phase: Phase, look: Look): string {
  const shared = deriveId('wave', groupId, phase)
  return phase === 'followUp' || look(wave, shared)?.removed === true ? newId() : shared
}

function compareWaves(left: Wave, right: Wave): number {
  return left.opensOn.localeCompare(right.opensOn)
}
