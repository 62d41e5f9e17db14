// What was asked of the server for a part of the page.
export default {
  ajax: async (method, address, options) => {
    (window.parts ??= []).push({ method, address, ...options });
  },
};
