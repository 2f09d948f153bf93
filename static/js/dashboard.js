/* Oscar's dashboard script calls the editor that this site leaves out: plain text areas stay. */
(function ($) {
  "use strict";
  $.fn.tinymce = function () {
    return this;
  };
  $(document).on("click", "[data-go-back]", function (event) {
    event.preventDefault();
    window.history.back();
  });
})(window.jQuery);
