import {
  Button,
  Checkbox,
  Drawer,
  Input,
  Modal,
  NativeSelect,
  PasswordInput,
  Select,
  Textarea,
  TextInput,
  Tooltip,
  createTheme,
  rem,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

/** 松绿: actions and selection. Shade 7 is the brand colour #1F6F5C. */
const pine: MantineColorsTuple = [
  '#eef6f3',
  '#dcebe5',
  '#b8d7cc',
  '#91c1b1',
  '#6fae9a',
  '#4b937e',
  '#33806b',
  '#1f6f5c',
  '#185a4a',
  '#114438',
]

/** 霞: due. Marks use shade 6 (#C8641B); words use shade 8, which reads at AA on paper. */
const dusk: MantineColorsTuple = [
  '#fdf3ea',
  '#fae4d1',
  '#f3c8a3',
  '#eaa971',
  '#de8d48',
  '#d3752d',
  '#c8641b',
  '#b25715',
  '#984810',
  '#7c390b',
]

/** 朱: overdue and incidents. Shade 7 is #B42318. */
const cinnabar: MantineColorsTuple = [
  '#fdf0ee',
  '#fadcd9',
  '#f2b7b1',
  '#e88f87',
  '#dc6a60',
  '#cf4b3f',
  '#c2352a',
  '#b42318',
  '#971b12',
  '#78140d',
]

/** Greys with a little warmth, so that they lie on the paper instead of cutting into it. */
const gray: MantineColorsTuple = [
  '#f8f6f1',
  '#f1eee7',
  '#e6e2d8',
  '#d8d3c7',
  '#c2bcae',
  '#9c968a',
  '#746f65',
  '#57534b',
  '#3d3a34',
  '#26241f',
]

export const sans =
  '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif'

const inputDefaults = { size: 'sm' as const }

export const theme = createTheme({
  fontFamily: sans,
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(22), lineHeight: rem(30) },
      h2: { fontSize: rem(18), lineHeight: rem(26) },
      h3: { fontSize: rem(16), lineHeight: rem(24) },
    },
  },
  fontSizes: { xs: rem(13), sm: rem(15), md: rem(15), lg: rem(17), xl: rem(20) },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.4' },
  spacing: { xs: rem(6), sm: rem(10), md: rem(14), lg: rem(20), xl: rem(28) },
  radius: { xs: rem(2), sm: rem(3), md: rem(5), lg: rem(8), xl: rem(16) },
  defaultRadius: 'md',
  colors: { pine, dusk, cinnabar, gray },
  primaryColor: 'pine',
  primaryShade: 7,
  black: '#24221d',
  white: '#fffefb',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Drawer: Drawer.extend({ defaultProps: { transitionProps: { duration: 120 } } }),
    Input: Input.extend({ defaultProps: inputDefaults }),
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 120 }, centered: true } }),
    NativeSelect: NativeSelect.extend({ defaultProps: inputDefaults }),
    PasswordInput: PasswordInput.extend({ defaultProps: inputDefaults }),
    Select: Select.extend({
      // Typing and Enter picks: nobody should need the arrow keys for the first match.
      defaultProps: { ...inputDefaults, allowDeselect: false, selectFirstOptionOnChange: true },
    }),
    Textarea: Textarea.extend({ defaultProps: inputDefaults }),
    TextInput: TextInput.extend({ defaultProps: inputDefaults }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 400,
        multiline: true,
        maw: 360,
        transitionProps: { duration: 80 },
      },
    }),
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--paper': '#faf7f1',
    '--sheet': '#fffefb',
    '--ink': '#24221d',
    '--ink-soft': '#5f5a50',
    '--line': '#e3ded2',
    '--line-strong': '#cfc8b9',
    '--due': '#984810',
    '--overdue': '#b42318',
    '--quiet': '#6b665c',
    '--met': '#1f6f5c',
  },
  light: {
    '--mantine-color-body': '#faf7f1',
    '--mantine-color-text': '#24221d',
    '--mantine-color-dimmed': '#6b665c',
    '--mantine-color-placeholder': '#857f73',
    '--mantine-color-default-border': '#cfc8b9',
    '--mantine-color-error': '#b42318',
    '--mantine-color-pine-light': pine[0],
    '--mantine-color-dusk-light': dusk[0],
    '--mantine-color-cinnabar-light': cinnabar[0],
  },
  dark: {},
})
