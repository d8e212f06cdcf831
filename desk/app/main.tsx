import '@mantine/core/styles.css'
import './app.css'
import { createRoot } from 'react-dom/client'
import { firstLanguage, startTexts } from '../kit/text.ts'
import { makeDesk, startDesk } from '../sync/desk.ts'
import { App } from './app.tsx'
import { keepProgram } from './keep-program.ts'

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('Bug: the page has no root')
  await startTexts(firstLanguage())
  const desk = makeDesk()
  createRoot(root).render(<App desk={desk} />)
  await startDesk(desk)
  // After the first page: keeping the rest must not compete with it.
  await keepProgram()
}

start().catch(reportError)
