import { Button } from '@mantine/core'
import { useParams } from 'react-router'
import { planPictures } from '../../../core/contact/list-plan-lines.ts'
import { EmptyState, formatDay, Page, Picture, text } from '../../kit/index.ts'
import { useReadLog } from '../../sync/index.ts'
import styles from '../contact.module.css'
import { useFamilyPairs, usePairContact } from '../use-pair-contact.ts'
import { describeContactPlan } from './describe-contact-plan.ts'
import { useRecords } from '../../sync/index.ts'
import { contactPlan } from '../../../core/contact/contact-plan.ts'

/** The plan for the wall: a picture beside each line, large enough for whoever reads little, places to sign. */
export function PlanSheetPage() {
  const { familyId = '', planId = '' } = useParams()
  const family = useFamilyPairs(familyId)
  const plan = useRecords(contactPlan, { familyId }).find(({ id }) => id === planId)
  const contact = usePairContact(
    family,
    family.pairs.find(({ id }) => id === plan?.pairId),
  )
  useReadLog('family', plan === undefined ? null : familyId)
  const back = { to: `/contact/families/${familyId}`, label: text('contact:page.title') }
  if (plan === undefined || contact === null || contact.keptAway)
    return (
      <Page title={text('contact:plan.title')} back={back}>
        <EmptyState title={text('contact:plan.missing')} hint={text('contact:plan.none')} />
      </Page>
    )
  const names = {
    child: contact.childName,
    adult: contact.adultName,
    caregiver: family.nameOf(plan.caregiverId),
  }
  return (
    <Page
      title={text('contact:plan.sheetTitle', names)}
      back={back}
      actions={
        <Button onClick={() => window.print()} className="no-print">
          {text('contact:plan.printNow')}
        </Button>
      }
    >
      <div className={styles.sheet}>
        {describeContactPlan(plan, names).map(({ part, words }) => (
          <div key={part} className={styles.sheetRow}>
            <Picture id={planPictures[part]} size={72} words="" />
            <div>
              <h2>{text(`contact:fields.${part}`)}</h2>
              {words.map((one) => (
                <p key={one}>{one}</p>
              ))}
            </div>
          </div>
        ))}
        <div className={styles.signs}>
          {Object.values(names)
            .filter((name) => name !== '')
            .map((name) => (
              <span key={name}>{name}</span>
            ))}
        </div>
        <p>
          {text('contact:plan.version', { version: plan.version, day: formatDay(plan.begunOn) })}
        </p>
      </div>
    </Page>
  )
}
