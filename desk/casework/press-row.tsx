import { Button, Group, Text } from '@mantine/core'
import { useId } from 'react'

/** Several of a few, by thumb. */
export function PressRow({
  label,
  hint,
  options,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}) {
  const labelId = useId()
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <div>
      <Text fw={500} id={labelId}>
        {label}
      </Text>
      {hint !== undefined && (
        <Text size="sm" c="gray.6">
          {hint}
        </Text>
      )}
      <Group gap="xs" role="group" aria-labelledby={labelId} mt={4}>
        {options.map(({ id, name }) => (
          <Button
            key={id}
            variant={chosen.includes(id) ? 'filled' : 'default'}
            aria-pressed={chosen.includes(id)}
            onClick={() => toggle(id)}
            h="auto"
            mih={36}
            py={4}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
          >
            {name}
          </Button>
        ))}
      </Group>
    </div>
  )
}
