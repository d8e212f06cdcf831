import { Checkbox, SimpleGrid } from '@mantine/core'
import type { DataClass } from '../../../core/access/accountability/data-class.ts'
import { text } from '../../kit/index.ts'

/** Which classes of data were open to be seen. */
export function ClassChoice({
  classes,
  chosen,
  onChange,
}: {
  readonly classes: readonly DataClass[]
  readonly chosen: readonly DataClass[]
  readonly onChange: (chosen: DataClass[]) => void
}) {
  return (
    <Checkbox.Group
      label={text('accountability:incident.classes')}
      value={[...chosen]}
      onChange={(values) => onChange(classes.filter((one) => values.includes(one)))}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mt="xs">
        {classes.map((one) => (
          <Checkbox key={one} value={one} label={text(`accountability:dataClass.${one}`)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )
}
