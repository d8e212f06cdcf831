// GET /f/tone: the same page for everybody, with no name, no token and no visit kept; what is recorded there never comes here.
import type { Context } from 'hono'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusal } from '../../core/kit/outcome.ts'
import { showTone, showToneRecorder } from '../../family/tone-page.ts'
import { addressIn, languageOf, send } from './family-send.ts'
import type { Mount } from './route.ts'

export function addTonePage(mount: Mount, scriptFolder: string): void {
  const { app, house } = mount
  const file = join(scriptFolder, 'main.js')
  const script = existsSync(file) ? readFileSync(file) : null
  mount.declared.push({ method: 'get', path: '/f/tone', action: 'open' })
  app.get('/f/tone.js', (context) => {
    if (script === null) return context.body(null, 404)
    context.header('content-type', 'text/javascript; charset=utf-8')
    context.header('cache-control', 'public, max-age=3600')
    return context.body(Uint8Array.from(script))
  })
  app.get('/f/tone', (context: Context) => {
    const language = languageOf(context)
    const words = house.words(language)
    const recorder = script === null ? null : addressIn(context, { record: '1' })
    const body =
      context.req.query('record') === '1' && recorder !== null
        ? showToneRecorder(words, addressIn(context, {}))
        : showTone(words, recorder)
    return send(
      { house, context, language, sample: false, foot: null },
      words('tone:title'),
      body,
      false,
    )
  })
  // Said here, because the next path would take it for somebody's link.
  app.all('/f/tone', (context) => {
    context.header('allow', 'GET')
    return context.json(refusal('NotFound'), 405)
  })
}
