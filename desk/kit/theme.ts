import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The red of a kite. Shade 7 carries white text and stands on paper (contrast above 5:1 on both). */
const kite: MantineColorsTuple = [
  '#fdf0ee',
  '#f8dcd8',
  '#efb6ae',
  '#e68d82',
  '#dd6a5c',
  '#d15244',
  '#c24034',
  '#a9332a',
  '#8c2922',
  '#6f201b',
]
const ink: MantineColorsTuple = [
  '#faf8f5',
  '#f1ece4',
  '#e3dbcf',
  '#cfc4b4',
  '#a89b8a',
  '#857868',
  '#6a5e51',
  '#52483e',
  '#3b332c',
  '#26201b',
]

export const theme = createTheme({
  colors: { kite, gray: ink },
  primaryColor: 'kite',
  primaryShade: 7,
  black: '#26201b',
  white: '#fffdf9',
  fontFamily:
    'system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Consolas, monospace',
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Of yellow on pale yellow nobody reads a heading; the ground and the sign carry the colour.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    // Inside a dialog the heading's line is no second banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    Modal: { defaultProps: { centered: true } },
  },
})

/** Warm paper; cards stand on it in a lighter shade. */
export const paper: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f9f5ee',
    '--mantine-color-error': '#a9332a',
    '--mantine-color-placeholder': '#6a5e51',
  },
  dark: {},
})
