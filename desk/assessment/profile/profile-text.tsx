import { Text } from '@mantine/core'
import type { PairProfile } from '../../../core/assessment/profile/profile-shape.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'
import { KeptText } from '../../sync/index.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** Words of the profile: a field to write in, or, once it is settled, paragraphs to read. */
export function ProfileText({
  inHand,
  name,
  label,
  hint,
  value,
  onSave,
}: {
  readonly inHand: ProfileInHand
  /** Under which half-written words rest on this device. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onSave: (words: string, was: string) => Promise<Outcome<unknown>>
}) {
  if (inHand.writable)
    return (
      <KeptText
        name={`pairProfile:${inHand.profile.id}:${name}`}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        value={value}
        onSave={onSave}
      />
    )
  if (value.trim() === '') return null
  return (
    <div>
      <Text fw={600} size="sm">
        {label}
      </Text>
      <p className={styles.words}>{value}</p>
    </div>
  )
}

type WordsField = {
  [Field in keyof PairProfile]: PairProfile[Field] extends string ? Field : never
}[
  | 'childWords'
  | 'adultWords'
  | 'guardianWords'
  | 'summarySelf'
  | 'summaryFamily'
  | 'summarySocial'
  | 'priorityWords'
  | 'riskWords'
  | 'theory']

/** One of the profile's own texts. */
export function ProfileField({
  inHand,
  field,
  label,
  hint,
}: {
  readonly inHand: ProfileInHand
  readonly field: WordsField
  readonly label: string
  readonly hint?: string
}) {
  return (
    <ProfileText
      inHand={inHand}
      name={field}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={inHand.profile[field]}
      onSave={(words, was) =>
        inHand.write(
          () => ({ [field]: words }),
          () => ({ [field]: was }),
        )
      }
    />
  )
}
