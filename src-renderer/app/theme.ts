import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Calm and dense, at home on Windows: system fonts, small radius, one accent. */
export const theme = createTheme({
  fontFamily: '"Segoe UI", system-ui, "Noto Sans", sans-serif',
  headings: { fontFamily: '"Segoe UI", system-ui, "Noto Sans", sans-serif', fontWeight: '700' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  primaryColor: 'ink',
  primaryShade: 8,
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  colors: {
    ink: ['#eef4fa', '#e1edf7', '#c6dcee', '#9cc1e0', '#6da2ce', '#4485ba', '#266ba3', '#175a90', '#0f4c81', '#0d2f52'],
  },
  cursorType: 'pointer',
  components: {
    // The usual size is 32 px high, as on Windows; `md` and larger keep the kit's own.
    Button: {
      vars: (_theme: unknown, { size }: { readonly size?: string }) =>
        size === 'sm' || size === undefined
          ? { root: { '--button-height': '32px', '--button-padding-x': '12px', '--button-fz': '14px' } }
          : { root: {} },
    },
    InputWrapper: {
      // The hint below the field, so that fields beside each other stand on one line.
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      vars: () => ({
        label: { '--input-label-size': '13px' },
        description: { '--input-description-size': '12.5px' },
        error: { '--input-error-size': '12.5px' },
      }),
    },
    Input: {
      vars: (_theme: unknown, { size }: { readonly size?: string }) =>
        size === 'sm' || size === undefined
          ? { wrapper: { '--input-height': '32px', '--input-size': '32px', '--input-fz': '14px' } }
          : { wrapper: {} },
    },
  },
  focusRing: 'auto',
});

/** Colours that keep their contrast on the grey of the page (at least 4.5:1). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1c2128',
    '--mantine-color-dimmed': '#58606c',
    '--mantine-color-placeholder': '#667080',
    '--mantine-color-error': '#a8240f',
    '--mantine-color-default-border': '#d3d8df',
  },
  dark: {},
});
