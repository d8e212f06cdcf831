import { useNavigate, useSearchParams } from 'react-router'
import { wave } from '../../../core/inquiry/wave.ts'
import { announce, Page, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useToday } from '../../sync/index.ts'
import { WaveForm, type WaveDraft } from './wave-form.tsx'

/** Plans one occasion of asking. `?group=` comes from a group's page. */
export function NewWavePage() {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const navigate = useNavigate()
  const [asked] = useSearchParams()
  const groupId = asked.get('group')
  const initial: WaveDraft = {
    title: '',
    phase: 'before',
    who: groupId === null ? '' : `group:${groupId}`,
    instrumentIds: [],
    opensOn: today,
    dueOn: null,
  }
  const save = async (draft: WaveDraft) => {
    const recordId = newId()
    const fields = {
      title: draft.title.trim(),
      phase: draft.phase,
      subject: draft.who === 'codes' ? 'codes' : 'families',
      groupId: draft.who.startsWith('group:') ? draft.who.slice(6) : null,
      instrumentIds: [...draft.instrumentIds],
      opensOn: draft.opensOn,
      dueOn: draft.dueOn,
      state: 'open',
      closedOn: null,
    }
    const made = await doing.run(() =>
      act({ kind: wave, recordId, verb: 'create', input: {}, fields }),
    )
    if (made === null) return
    announce({ words: text('kit:savedHere') })
    await navigate(`/inquiry/waves/${recordId}`, { replace: true })
  }
  return (
    <Page
      title={text('inquiry:waves.new')}
      back={{ to: '/inquiry', label: text('inquiry:waves.title') }}
    >
      <WaveForm initial={initial} doing={doing} onSave={(draft) => void save(draft)} />
    </Page>
  )
}
