import { Button, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import { pairRelations } from '../../../core/families/pair.ts'
import { SegmentedChoice, text } from '../../kit/index.ts'
import styles from '../families.module.css'
import { MailField } from '../mail-field.tsx'
import { oneOf, optionsOf } from '../option-list.ts'
import { StayFields } from '../stay-fields.tsx'
import { type AdultForm, caregiverBases, guardianBases, isPaired } from './family-form.ts'

export interface AdultFieldsProps {
  readonly adult: AdultForm
  readonly onChange: (change: Partial<AdultForm>) => void
  readonly onRemove: () => void
  readonly today: string
  /** The person wanted to save before saying where this adult lives. */
  readonly asked: boolean
}

/** One adult: who it is to the children, where, and in which standing. */
export function AdultFields({ adult, onChange, onRemove, today, asked }: AdultFieldsProps) {
  return (
    <fieldset className={styles.person}>
      <legend>
        {text(`families:relation.${adult.relation}`)}
        {adult.name !== '' && ` · ${adult.name}`}
      </legend>
      <div className={styles.fields}>
        <TextInput
          label={text('families:fields.name')}
          maxLength={80}
          autoComplete="off"
          value={adult.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={text('families:new.relation')}
          data={optionsOf(pairRelations, 'families:relation')}
          value={adult.relation}
          onChange={(event) =>
            onChange(changeRelation(adult, oneOf(pairRelations, event.currentTarget.value)))
          }
        />
        <TextInput
          label={text('families:fields.phone')}
          type="tel"
          maxLength={40}
          autoComplete="off"
          value={adult.phone}
          onChange={(event) => onChange({ phone: event.currentTarget.value })}
        />
        <MailField value={adult.email} onChange={(email) => onChange({ email })} />
        <Where adult={adult} onChange={onChange} asked={asked} />
        {adult.away && <StayFields value={adult} onChange={onChange} today={today} />}
        <Standing adult={adult} onChange={onChange} />
        <Button variant="default" onClick={onRemove}>
          {text('families:new.removeAdult')}
        </Button>
      </div>
    </fieldset>
  )
}

/** A guardian by being a parent is one no longer when it turns out to be the grandmother. */
function changeRelation(
  adult: AdultForm,
  chosen: AdultForm['relation'] | null,
): Partial<AdultForm> {
  const relation = chosen ?? 'otherCaregiver'
  const isParent = relation === 'mother' || relation === 'father'
  const kept = adult.guardianBasis === 'parent' ? null : adult.guardianBasis
  return { relation, guardianBasis: isParent ? (adult.guardianBasis ?? 'parent') : kept }
}

type Part = Pick<AdultFieldsProps, 'adult' | 'onChange'>

function Where({ adult, onChange, asked }: Part & Pick<AdultFieldsProps, 'asked'>) {
  const atHome = adult.livesHere === true ? 'here' : 'elsewhere'
  const value = adult.away ? 'away' : adult.livesHere === null ? null : atHome
  return (
    <div className={styles.wholeRow}>
      <SegmentedChoice
        label={text('families:new.where')}
        options={[
          { value: 'here', label: text('families:where.here') },
          { value: 'away', label: text('families:where.away') },
          { value: 'elsewhere', label: text('families:where.elsewhere') },
        ]}
        value={value}
        onChange={(where) => onChange({ away: where === 'away', livesHere: where === 'here' })}
      />
      {asked && value === null && (
        <Text c="kite.8" size="sm">
          {text('families:new.whereMissing')}
        </Text>
      )}
    </div>
  )
}

function Standing({ adult, onChange }: Part) {
  return (
    <>
      <NativeSelect
        label={text('families:new.guardian')}
        description={text('families:new.guardianHint')}
        data={[
          { value: '', label: text('families:new.noGuardian') },
          ...optionsOf(guardianBases, 'families:basis'),
        ]}
        value={adult.guardianBasis ?? ''}
        onChange={(event) =>
          onChange({ guardianBasis: oneOf(guardianBases, event.currentTarget.value) })
        }
      />
      <NativeSelect
        label={text('families:new.caregiver')}
        description={text('families:new.caregiverHint')}
        data={[
          { value: '', label: text('families:new.noCaregiver') },
          ...optionsOf(caregiverBases, 'families:basis'),
        ]}
        value={adult.careBasis ?? ''}
        onChange={(event) =>
          onChange({ careBasis: oneOf(caregiverBases, event.currentTarget.value) })
        }
      />
      <Checkbox
        label={text('families:new.paired')}
        description={text('families:new.pairedHint')}
        checked={isPaired(adult)}
        onChange={(event) => onChange({ paired: event.currentTarget.checked })}
      />
    </>
  )
}
