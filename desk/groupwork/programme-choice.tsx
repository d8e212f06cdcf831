import { Anchor, NativeSelect, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { Programme } from '../../core/groupwork/programme.ts'
import { EmptyState, text } from '../kit/index.ts'
import type { LocalRecord } from '../sync/index.ts'

export function ProgrammeChoice({
  programmes,
  value,
  onChange,
}: {
  readonly programmes: readonly LocalRecord<Programme>[]
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  const chosen = programmes.find(({ id }) => id === value)
  if (programmes.length === 0) return <EmptyState title={text('groupwork:new.noProgramme')} />
  return (
    <>
      <NativeSelect
        label={text('groupwork:new.programme')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={programmes.map(({ id, title, version, language }) => ({
          value: id,
          label: `${title} · ${text(`kit:languages.${language}`)} · ${version}`,
        }))}
      />
      {chosen !== undefined && (
        <details>
          <Anchor component="summary">{text('groupwork:new.about')}</Anchor>
          <Text mt="xs">{chosen.summary}</Text>
          <Anchor component={Link} to={`/groupwork/programmes/${chosen.id}`}>
            {text('groupwork:library.read')}
          </Anchor>
          <Text mt="xs" fw={600}>
            {text('groupwork:new.audience')}
          </Text>
          <Text>{chosen.audience}</Text>
          <Text mt="xs" fw={600}>
            {text('groupwork:new.preparation')}
          </Text>
          <ul>
            {chosen.preparation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Text mt="xs" fw={600}>
            {text('groupwork:new.safety')}
          </Text>
          <ul>
            {chosen.safetyRules.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
