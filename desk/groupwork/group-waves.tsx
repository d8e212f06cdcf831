import { Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave, type Wave } from '../../core/inquiry/wave.ts'
import { addDays } from '../../core/kit/dates.ts'
import { DoingNote, formatDay, Icon, text, useDoing } from '../kit/index.ts'
import { newId, useAct, useMay, useRecords, useToday } from '../sync/index.ts'
import styles from './seat-table.module.css'
import type { GroupFile } from './use-group.ts'

const phases = ['before', 'after', 'followUp'] as const
type Phase = (typeof phases)[number]

/** The programme's own questionnaires (content/instruments); the satisfaction one belongs to the end. */
const questionnaires: Readonly<Record<Phase, readonly string[]>> = {
  before: ['kiteline-child', 'kiteline-parent'],
  after: ['kiteline-child', 'kiteline-parent', 'kiteline-satisfaction'],
  followUp: ['kiteline-child', 'kiteline-parent'],
}
const daysOpen = 14

export function GroupWaves({ file }: { readonly file: GroupFile }) {
  const { group } = file
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const waves = useRecords(wave, { groupId: group.id })
  const mayCreate = useMay('wave', 'create', 'agency')
  const published = useRecords(instrument, { state: 'published' })
  const create = (phase: Phase) => {
    const instrumentIds = published
      .filter(({ code }) => questionnaires[phase].includes(code))
      .map(({ id }) => id)
    const fields = {
      title: text('groupwork:waves.name', {
        group: group.title,
        phase: text(`groupwork:waves.phase.${phase}`),
      }).slice(0, 120),
      phase,
      groupId: group.id,
      instrumentIds,
      opensOn: today,
      dueOn: addDays(today, daysOpen),
    }
    const draft = { kind: wave, recordId: newId(), verb: 'create', input: {}, fields }
    return doing.run(() => act(draft))
  }
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
      {mayCreate && (
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

function compareWaves(left: Wave, right: Wave): number {
  return left.opensOn.localeCompare(right.opensOn)
}
