import { Alert, Button, NativeSelect } from '@mantine/core'
import { Link, useParams, useSearchParams } from 'react-router'
import { holdsServiceConsent } from '../../../core/families/consent-state.ts'
import { DateField, EmptyState, Icon, Page, SegmentedChoice, text } from '../../kit/index.ts'
import { useMay, useReadLog, useToday } from '../../sync/index.ts'
import styles from './drawing.module.css'
import { EcomapSection } from './ecomap-section.tsx'
import { GenogramSection } from './genogram-section.tsx'
import { type DrawnFamily, useDrawnFamily } from './use-drawn-family.ts'

const views = ['genogram', 'ecomap'] as const

/** The family drawn from its records: one day, or two days side by side. */
export function DrawingPage() {
  const { familyId = '' } = useParams()
  const drawn = useDrawnFamily(familyId)
  useReadLog('family', drawn === null ? null : familyId)
  const back = { to: `/families/${familyId}`, label: text('kit:back') }
  const children = (drawn?.people ?? [])
    .filter(({ role }) => role === 'child')
    .sort((left, right) => ((left.bornOn ?? '9') < (right.bornOn ?? '9') ? -1 : 1))
  if (drawn === null || children.length === 0)
    return (
      <Page title={text('assessment:drawing.title')} back={back}>
        <EmptyState
          title={text('assessment:drawing.nobody')}
          hint={text('assessment:drawing.nobodyHint')}
        />
      </Page>
    )
  return (
    <Page
      title={text('assessment:drawing.title')}
      back={back}
      actions={<ToPapers familyId={familyId} />}
      wide
    >
      <OpenDrawing drawn={drawn} childIds={children.map(({ id }) => id)} />
    </Page>
  )
}

/** On the agency's own form, with the legend. */
function ToPapers({ familyId }: { readonly familyId: string }) {
  return (
    <Button component={Link} to={`/paperwork/families/${familyId}`} variant="default">
      {text('paperwork:family.open')}
    </Button>
  )
}

function OpenDrawing({
  drawn,
  childIds,
}: {
  readonly drawn: DrawnFamily
  readonly childIds: readonly string[]
}) {
  const today = useToday()
  const [search, setSearch] = useSearchParams()
  const mayEdit = useMay('person', 'edit', `family:${drawn.family.id}`)
  const consented = holdsServiceConsent(drawn.consents, today)
  const asked = search.get('child') ?? ''
  const indexId = childIds.includes(asked) ? asked : (childIds[0] ?? '')
  const before = search.get('before')
  const day = search.get('day') ?? today
  const view = search.get('view') === 'ecomap' ? 'ecomap' : 'genogram'
  const shown = { drawn, indexId, day, before, mayEdit: mayEdit && consented && day === today }
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(search)
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true })
  }
  return (
    <>
      {!consented && (
        <Alert color="gray" variant="light" icon={<Icon name="lock" />}>
          {text('assessment:drawing.waitsForConsent')}{' '}
          <Link to={`/families/${drawn.family.id}/consent/${indexId}`}>
            {text('families:file.askConsent')}
          </Link>
        </Alert>
      )}
      <div className={`${styles.fields} ${styles.controls}`}>
        <SegmentedChoice
          label={text('assessment:drawing.which')}
          options={views.map((value) => ({ value, label: text(`assessment:drawing.${value}`) }))}
          value={view}
          onChange={(value) => set('view', value)}
        />
        {childIds.length > 1 && (
          <NativeSelect
            label={text('assessment:drawing.around')}
            data={childIds.map((value) => ({
              value,
              label: drawn.people.find(({ id }) => id === value)?.name ?? '',
            }))}
            value={indexId}
            onChange={(event) => set('child', event.currentTarget.value)}
          />
        )}
        <DateField
          label={text('assessment:drawing.day')}
          value={day}
          max={today}
          onChange={(value) => set('day', value)}
        />
        <DateField
          label={text('assessment:drawing.compareWith')}
          value={before}
          max={day}
          onChange={(value) => set('before', value)}
        />
      </div>
      {view === 'genogram' ? (
        <GenogramSection key={indexId} {...shown} />
      ) : (
        <EcomapSection key={indexId} {...shown} />
      )}
    </>
  )
}
