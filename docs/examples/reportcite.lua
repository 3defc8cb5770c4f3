function Pandoc(document)
  return pandoc.utils.run_json_filter(document, "reportcite-filter")
end
