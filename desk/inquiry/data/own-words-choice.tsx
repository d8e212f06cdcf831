import { Checkbox, Text } from '@mantine/core'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { text } from '../../kit/index.ts'

interface OwnWordsChoiceProps {
  readonly instrument: Pick<Instrument, 'items'>
  readonly value: boolean
  readonly onChange: (withOwnWords: boolean) => void
  /** Whoever it is for is not given them at all. */
  readonly refused?: boolean
}

/** Asked only where a questionnaire has such a question. */
export function OwnWordsChoice({ instrument, value, onChange, refused }: OwnWordsChoiceProps) {
  const count = instrument.items.filter(({ response }) => response.kind === 'text').length
  if (count === 0) return null
  if (refused === true)
    return <Text size="sm">{text('inquiry:data.ownWords.refused', { count })}</Text>
  return (
    <Checkbox
      label={text('inquiry:data.ownWords.label')}
      description={text('inquiry:data.ownWords.hint', { count })}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
