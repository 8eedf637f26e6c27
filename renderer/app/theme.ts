import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineSize,
} from '@mantine/core'
import type { Preferences } from '../../shared/shell/shell.contract.ts'

export type Density = Preferences['density']

/** The one accent: a petrol blue whose filled shade carries white text at more than 4.5:1. */
const accent: MantineColorsTuple = [
  '#e8f5f8',
  '#d2e9ef',
  '#a6d4e0',
  '#77bed0',
  '#4faac2',
  '#3299b5',
  '#1d87a5',
  '#0f7896',
  '#096982',
  '#05556a',
]

/** Height of a table row by density, px. */
export const rowHeights: Record<Density, number> = { compact: 30, normal: 36, comfortable: 44 }

const controlSizes: Record<Density, MantineSize> = { compact: 'xs', normal: 'sm', comfortable: 'md' }

/** Colours and sizes of everything, for one density. `closeLabel` names the crosses of dialogs and notices. */
export function themeFor(density: Density, closeLabel: string) {
  const size = controlSizes[density]
  const sized = { defaultProps: { size } }
  const plain = { withArrow: true, openDelay: 400, multiline: true, maw: 360 }
  return createTheme({
    fontFamily: "'Noto Sans', sans-serif",
    fontFamilyMonospace: 'ui-monospace, monospace',
    // The bundled family has two weights; anything between them would be drawn bold.
    fontWeights: { regular: '400', medium: '400', bold: '700' },
    headings: { fontFamily: "'Noto Sans', sans-serif", fontWeight: '700' },
    fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
    lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
    spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
    colors: { accent },
    primaryColor: 'accent',
    primaryShade: { light: 8, dark: 7 },
    defaultRadius: 4,
    cursorType: 'default',
    respectReducedMotion: true,
    focusRing: 'auto',
    components: {
      TextInput: sized,
      NumberInput: sized,
      Textarea: sized,
      Select: sized,
      MultiSelect: sized,
      Autocomplete: sized,
      TagsInput: sized,
      Button: sized,
      Checkbox: sized,
      Radio: sized,
      Switch: sized,
      SegmentedControl: sized,
      Tooltip: { defaultProps: plain },
      InputWrapper: { styles: { label: { fontSize: '13px', color: 'var(--mantine-color-dimmed)' } } },
      Notification: {
        defaultProps: { closeButtonProps: { 'aria-label': closeLabel } },
        styles: { description: { color: 'var(--mantine-color-dimmed)' } },
      },
      Modal: {
        defaultProps: {
          closeButtonProps: { 'aria-label': closeLabel },
          // Its head is no banner of the page.
          attributes: { header: { role: 'presentation' } },
          centered: true,
          transitionProps: { duration: 100 },
        },
      },
      Menu: { defaultProps: { withinPortal: true, shadow: 'md', transitionProps: { duration: 80 } } },
      Popover: { defaultProps: { withinPortal: true, shadow: 'md', transitionProps: { duration: 80 } } },
    },
  })
}

/** Where Mantine's greys and reds fall short of 4.5:1 on their ground, these replace them. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a626b',
    '--mantine-color-placeholder': '#6b737c',
    '--mantine-color-error': '#b42318',
    '--mantine-color-text': '#1b1f23',
  },
  dark: {
    '--mantine-color-dimmed': '#a4abb3',
    '--mantine-color-placeholder': '#959ca4',
    '--mantine-color-error': '#ff9a94',
    '--mantine-color-text': '#dee1e5',
  },
})
