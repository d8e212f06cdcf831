import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { Link } from 'react-router'
import {
  respondentKinds,
  type FamilySurvey,
  type RespondentKind,
} from '../../../core/evaluation/survey/survey-of-families.ts'
import { text } from '../../kit/index.ts'
import { useActor } from '../../sync/index.ts'

/** Of a wave of families: whose answers are shown, which families they are, and how many sheets do not count. */
export function FamilySurveyHead({
  survey: { respondents, withoutConsent },
  chosen,
  onChoose,
}: {
  readonly survey: FamilySurvey
  readonly chosen: RespondentKind | null
  readonly onChoose: (kind: RespondentKind | null) => void
}) {
  const { roles } = useActor()
  return (
    <>
      {(respondents.length > 1 || chosen !== null) && (
        <NativeSelect
          label={text('inquiry:survey.respondents')}
          value={chosen ?? ''}
          data={[
            { value: '', label: text('inquiry:survey.everybody') },
            ...respondents.map((kind) => ({
              value: kind,
              label: text(`evaluation:familySurvey.respondents.${kind}`),
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChoose(respondentKinds.find((kind) => kind === value) ?? null)
          }
        />
      )}
      <Text c="gray.7">{text('inquiry:survey.fromRegister')}</Text>
      {!roles.includes('supervisor') && <Text fw={600}>{text('inquiry:survey.ownFamilies')}</Text>}
      {withoutConsent > 0 && (
        <Text>{text('inquiry:survey.withoutConsent', { count: withoutConsent })}</Text>
      )}
    </>
  )
}

/** The rows themselves leave by the page that asks what they are for and who has consented. */
export function FamilyDataLink({ waveId }: { readonly waveId: string }) {
  return (
    <Group gap="xs">
      <Button component={Link} to={`/inquiry/waves/${waveId}/data`} variant="default">
        {text('inquiry:data.open')}
      </Button>
    </Group>
  )
}
