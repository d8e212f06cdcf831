import { Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { formatNumber, LongJob, refusalText, Section, text, TroubleNote } from '../../kit/index.ts'
import type { WaveRecord } from '../waves/use-wave.ts'
import own from './import.module.css'
import type { SheetWriting } from './use-write-sheets.ts'

const mostShown = 50

export function WriteStep({
  writing,
  wave,
}: {
  readonly writing: SheetWriting
  readonly wave: WaveRecord
}) {
  const { state, written, all, refused, trouble } = writing
  const counts = { written: formatNumber(written), all: formatNumber(all) }
  return (
    <Section title={text('inquiry:importing.writing')}>
      {state === 'writing' ? (
        <LongJob
          label={text('inquiry:importing.written', counts)}
          part={all === 0 ? 0 : written / all}
          onCancel={writing.stop}
        />
      ) : (
        <Text role="status" fw={600}>
          {text(state === 'done' ? 'inquiry:importing.done' : 'inquiry:importing.stopped', counts)}
        </Text>
      )}
      {trouble !== null && <TroubleNote trouble={trouble} />}
      {refused.length > 0 && (
        <div>
          <Text fw={600}>{text('inquiry:importing.refused', { count: refused.length })}</Text>
          <ul className={own.list}>
            {refused.slice(0, mostShown).map(({ row, refusal }) => (
              <li key={row}>
                {text('inquiry:importing.rowValue', { row, value: refusalText(refusal) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {state !== 'writing' && (
        <Group>
          <Button component={Link} to={`/inquiry/waves/${wave.id}`}>
            {text('inquiry:collect.toWave')}
          </Button>
          {wave.subject === 'codes' && (
            <Button component={Link} to={`/inquiry/waves/${wave.id}/survey`} variant="default">
              {text('inquiry:survey.open')}
            </Button>
          )}
        </Group>
      )}
    </Section>
  )
}
