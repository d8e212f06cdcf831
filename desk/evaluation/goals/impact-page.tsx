import {
  describeAfterOnly,
  listAfterOnly,
} from '../../../core/evaluation/findings/describe-after-only.ts'
import { describeImpact } from '../../../core/evaluation/findings/describe-impact.ts'
import { family } from '../../../core/families/family.ts'
import { compareNames, Page, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { FindingView } from '../finding-view.tsx'
import { useMeasuredGroups } from '../use-measured-groups.ts'
import { deskWording } from '../wording.ts'
import { useChosenFamilies } from './use-chosen-families.tsx'
import { useFamilyGoals } from './use-family-goals.ts'

/** Satisfaction, and what families say has changed and where it came from. */
export function ImpactPage() {
  const all = useRecords(family)
  const { groupId, here, field } = useChosenFamilies()
  const { changes } = useFamilyGoals(null)
  const { groups } = useMeasuredGroups()
  const wording = deskWording()
  const families = all.toSorted((left, right) => compareNames(left.code, right.code))
  const shown = groups.filter(({ group }) => groupId === null || group.id === groupId)
  return (
    <Page
      title={text('evaluation:examined.impact')}
      back={{ to: '/evaluation', label: text('evaluation:home.title') }}
      wide
    >
      {field}
      <FindingView
        finding={describeImpact(
          { families, changes: changes.filter(({ familyId }) => here(familyId)) },
          wording,
        )}
      />
      {shown.map(({ group, records }) => (
        <Section key={group.id} title={group.title} hint={text('evaluation:afterOnly.hint')}>
          {listAfterOnly(records)
            .filter(({ target }) => target === 'service')
            .map((instrument) => (
              <FindingView
                key={instrument.id}
                finding={describeAfterOnly(records, instrument, wording)}
              />
            ))}
        </Section>
      ))}
    </Page>
  )
}
