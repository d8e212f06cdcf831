import { Badge, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import {
  type AssessedRisk,
  type RiskRating,
  weighRisk,
} from '../../../core/access/accountability/impact-assessment.ts'
import { text } from '../../kit/index.ts'
import styles from './accountability.module.css'

const unrated: RiskRating = {
  likelihood: null,
  severity: null,
  measures: '',
  likelihoodAfter: null,
  severityAfter: null,
}
const degrees = [1, 2, 3, 4] as const

interface RiskProps {
  readonly risk: AssessedRisk
  readonly rating: RiskRating | undefined
}

/** One risk: how likely and how grave, what is done about it, and what is left. */
export function RiskFields({
  risk,
  rating = unrated,
  onChange,
}: RiskProps & { readonly onChange: (rating: RiskRating) => void }) {
  const degree = (
    name: 'likelihood' | 'severity' | 'likelihoodAfter' | 'severityAfter',
    words: 'likelihood' | 'severity',
  ) => (
    <NativeSelect
      label={text(`accountability:risk.${name}`)}
      value={rating[name] ?? ''}
      data={[
        { value: '', label: text('accountability:risk.choose') },
        ...degrees.map((value) => ({
          value: String(value),
          label: text(`accountability:risk.${words}Of.${value}`),
        })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...rating, [name]: value === '' ? null : Number(value) })
      }
    />
  )
  return (
    <fieldset className={styles.risk} style={{ border: 0, paddingInline: 0, margin: 0 }}>
      <Text component="legend" fw={600}>
        {text(`accountability:risks.${risk}.name`)}
      </Text>
      <Text size="sm" c="gray.7">
        {text(`accountability:risks.${risk}.hint`)}
      </Text>
      <div className={styles.fields}>
        {degree('likelihood', 'likelihood')}
        {degree('severity', 'severity')}
      </div>
      <Textarea
        label={text('accountability:risk.measures')}
        description={text(`accountability:risks.${risk}.help`)}
        autosize
        minRows={1}
        maxLength={2000}
        value={rating.measures}
        onChange={({ currentTarget }) => onChange({ ...rating, measures: currentTarget.value })}
      />
      <div className={styles.fields}>
        {degree('likelihoodAfter', 'likelihood')}
        {degree('severityAfter', 'severity')}
      </div>
      <Weights rating={rating} />
    </fieldset>
  )
}

/** The same for reading. */
export function RiskWords({ risk, rating = unrated }: RiskProps) {
  return (
    <div className={styles.risk}>
      <Text fw={600}>{text(`accountability:risks.${risk}.name`)}</Text>
      <Weights rating={rating} />
      <p className={styles.words}>{rating.measures}</p>
    </div>
  )
}

function Weights({ rating }: { readonly rating: RiskRating }) {
  const before = weighRisk(rating.likelihood, rating.severity)
  const after = weighRisk(rating.likelihoodAfter, rating.severityAfter)
  if (before === null) return null
  return (
    <Group gap="xs">
      <Badge color={before.level === 'high' ? 'kite' : 'gray.8'} variant="outline" tt="none">
        {text('accountability:risk.before', {
          level: text(`accountability:risk.level.${before.level}`),
          weight: before.weight,
        })}
      </Badge>
      {after !== null && (
        <Badge color={after.level === 'high' ? 'kite' : 'gray.8'} variant="outline" tt="none">
          {text('accountability:risk.after', {
            level: text(`accountability:risk.level.${after.level}`),
            weight: after.weight,
          })}
        </Badge>
      )}
    </Group>
  )
}
