import { Checkbox, NativeSelect, Stack } from '@mantine/core'
import { barringFacts, type Guardianship } from '../../../core/families/guardianship.ts'
import { text } from '../../kit/index.ts'

type Barring = Guardianship['barring']

/** LPM 22: asked or not, and what is known; whoever leaves it alone has said nothing. */
export function BarringChoice({
  value,
  onChange,
}: {
  readonly value: Barring
  readonly onChange: (barring: Barring) => void
}) {
  const set = (fact: (typeof barringFacts)[number], holds: boolean) =>
    onChange({
      asked: true,
      facts: barringFacts.filter((one) => (one === fact ? holds : value.facts.includes(one))),
    })
  return (
    <Stack gap="xs">
      <NativeSelect
        label={text('restricted:barring.label')}
        description={text('restricted:barring.hint')}
        data={[
          { value: 'no', label: text('restricted:barring.notAsked') },
          { value: 'yes', label: text('restricted:barring.none') },
        ]}
        value={value.asked ? 'yes' : 'no'}
        onChange={({ currentTarget }) =>
          onChange({ asked: currentTarget.value === 'yes', facts: [] })
        }
      />
      {barringFacts.map((fact) => (
        <Checkbox
          key={fact}
          label={text(`restricted:barring.facts.${fact}`)}
          checked={value.facts.includes(fact)}
          onChange={({ currentTarget }) => set(fact, currentTarget.checked)}
        />
      ))}
    </Stack>
  )
}
