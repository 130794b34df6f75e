module example.com/unshown

go 1.26
