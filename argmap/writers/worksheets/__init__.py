"""Write worksheets for a class, one module a sheet, each with a separate key and a seed."""
