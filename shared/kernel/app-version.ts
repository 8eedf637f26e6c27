/** Version of the program as packages and answers name it; the same as in package.json. */
export const appVersion = '0.1.0'
