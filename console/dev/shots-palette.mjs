// The palette with results beyond the screen.
const id = (name) => (page) => page.getByTestId(name);

async function ask(page, text) {
  await page.getByTestId('row').first().waitFor();
  await page.keyboard.press('Control+KeyK');
  await id('palette-query')(page).fill(text);
}

export const paletteShots = {
  paletteFound: {
    go: async (page) => {
      await ask(page, 'smith');
      await page.getByText('Search everywhere').click();
    },
  },
  paletteNone: {
    go: async (page) => {
      await ask(page, 'zebra crossing');
      await page.keyboard.press('Enter');
      await id('palette-note')(page).waitFor();
    },
  },
  paletteContact: {
    go: async (page) => {
      await ask(page, 'smith');
      await page
        .getByTestId('palette-result')
        .getByText('John Smith', { exact: true })
        .last()
        .click();
      await id('palette-back')(page).waitFor();
    },
  },
};
