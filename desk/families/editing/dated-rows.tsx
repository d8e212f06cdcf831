import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { DateField, Icon, text } from '../../kit/index.ts'
import styles from '../families.module.css'

interface Dated {
  readonly from: string
  readonly until: string
}

/** A few times from a day to a day, each with what it is: changed, removed, one more added. */
export function DatedRows<Row extends Dated>({
  rows,
  onChange,
  addLabel,
  onAdd,
  fields,
}: {
  readonly rows: Readonly<Record<string, Row>>
  readonly onChange: (rows: Record<string, Row>) => void
  readonly addLabel: string
  readonly onAdd: () => void
  /** What stands before the two days. */
  readonly fields: (row: Row, set: (part: Partial<Row>) => void) => ReactNode
}) {
  const drop = (key: string) =>
    onChange(Object.fromEntries(Object.entries(rows).filter(([other]) => other !== key)))
  return (
    <>
      {Object.entries(rows).map(([key, row]) => {
        const put = (next: Row) => onChange({ ...rows, [key]: next })
        return (
          <div key={key} className={styles.inner}>
            <div className={styles.fields}>
              {fields(row, (part) => put({ ...row, ...part }))}
              <DateField
                label={text('families:availability.from')}
                value={row.from}
                onChange={(from) => from !== null && put({ ...row, from })}
              />
              <DateField
                label={text('families:availability.until')}
                value={row.until}
                onChange={(until) => until !== null && put({ ...row, until })}
              />
            </div>
            <Button mt="xs" size="compact-md" variant="default" onClick={() => drop(key)}>
              {text('kit:remove')}
            </Button>
          </div>
        )
      })}
      <Group>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={onAdd}>
          {addLabel}
        </Button>
      </Group>
    </>
  )
}
