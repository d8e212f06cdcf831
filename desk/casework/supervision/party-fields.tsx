import { NativeSelect, TextInput } from '@mantine/core'
import type { SupervisionRecord } from '../../../core/casework/supervision/supervision-record.ts'
import { SegmentedChoice, text } from '../../kit/index.ts'
import { type RecordForm, useActor } from '../../sync/index.ts'
import { PressRow } from '../press-row.tsx'
import styles from './supervision.module.css'
import { useColleagues } from './use-supervision.ts'

interface FieldsProps {
  readonly form: RecordForm<SupervisionRecord>
}

/** Who took part: said once, when the record is begun. */
export function PartyFields({ form: { fields, set } }: FieldsProps) {
  const { staffId } = useActor()
  const { all, supervisors } = useColleagues()
  const mine = fields.parties[staffId] ?? 'supervisee'
  const idsOf = (part: 'supervisor' | 'supervisee') =>
    Object.entries(fields.parties).flatMap(([id, one]) =>
      one === part && id !== staffId ? [id] : [],
    )
  const settle = (
    own: 'supervisor' | 'supervisee',
    leading: readonly string[],
    led: readonly string[],
  ) =>
    set({
      parties: {
        ...Object.fromEntries(led.map((id) => [id, 'supervisee' as const])),
        ...Object.fromEntries(leading.map((id) => [id, 'supervisor' as const])),
        [staffId]: own,
      },
    })
  const others = all.filter(({ id }) => id !== staffId)
  const [leader = ''] = idsOf('supervisor')
  return (
    <>
      <SegmentedChoice
        label={text('supervision:record.iAm')}
        options={(['supervisee', 'supervisor'] as const).map((value) => ({
          value,
          label: text(`supervision:record.part.${value}`),
        }))}
        value={mine}
        onChange={(part) =>
          settle(part, part === 'supervisor' ? [] : idsOf('supervisor'), idsOf('supervisee'))
        }
      />
      {mine === 'supervisee' && (
        <div className={styles.fields}>
          <NativeSelect
            label={text('supervision:record.supervisor')}
            value={leader}
            data={[
              { value: '', label: '–' },
              ...supervisors
                .filter(({ id }) => id !== staffId)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              settle(
                mine,
                value === '' ? [] : [value],
                idsOf('supervisee').filter((id) => id !== value),
              )
            }
          />
          <TextInput
            label={text('supervision:record.outsideName')}
            maxLength={80}
            value={fields.outsideName}
            onChange={({ currentTarget }) => set({ outsideName: currentTarget.value })}
          />
        </div>
      )}
      <PressRow
        label={text('supervision:record.supervisees')}
        options={others.filter(({ id }) => id !== leader)}
        chosen={idsOf('supervisee')}
        onChange={(led) => settle(mine, idsOf('supervisor'), led)}
      />
    </>
  )
}
