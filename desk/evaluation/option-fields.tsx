import { Checkbox, Group, NativeSelect } from '@mantine/core'
import type { ChangeOptions } from '../../core/evaluation/evaluate-change.ts'
import { text } from '../kit/index.ts'

const tests = ['none', 'wilcoxon', 't', 'signFlip'] as const

interface OptionFieldsProps {
  readonly options: ChangeOptions
  readonly onChange: (options: ChangeOptions) => void
  readonly named: boolean
  readonly onNamed: (named: boolean) => void
}

/** What a person may ask for: names instead of codes, a test, the group's own reliability. Nothing of it is the default. */
export function OptionFields({ options, onChange, named, onNamed }: OptionFieldsProps) {
  return (
    <Group gap="lg" align="flex-end" className="no-print">
      <NativeSelect
        label={text('evaluation:options.test')}
        description={text('evaluation:options.testHint')}
        value={options.test.kind}
        data={tests.map((kind) => ({ value: kind, label: text(`evaluation:testKind.${kind}`) }))}
        onChange={({ currentTarget }) => {
          const kind = tests.find((one) => one === currentTarget.value) ?? 'none'
          onChange({ ...options, test: { ...options.test, kind } })
        }}
      />
      <Checkbox
        label={text('evaluation:options.ownReliability')}
        checked={options.ownReliability}
        onChange={({ currentTarget }) =>
          onChange({ ...options, ownReliability: currentTarget.checked })
        }
      />
      <Checkbox
        label={text('evaluation:options.names')}
        checked={named}
        onChange={({ currentTarget }) => onNamed(currentTarget.checked)}
      />
    </Group>
  )
}
