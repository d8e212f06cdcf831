import { useNavigate, useSearchParams } from 'react-router'
import { Page, text } from '../kit/index.ts'
import { RaiseConcern } from './raise-concern.tsx'
import { usePlace } from './use-concern.ts'

/** The same as the button's dialog, for links from other rooms: `from` is the address of the record. */
export function RaisePage() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const place = usePlace(search.get('from') ?? '')
  return (
    <Page
      title={text('safety:raise.title')}
      back={{ to: '/safety', label: text('safety:list.title') }}
    >
      <div>
        <RaiseConcern place={place} onBack={() => void navigate(-1)} />
      </div>
    </Page>
  )
}
